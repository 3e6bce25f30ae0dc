package skylark.telemetry.mavlink;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is made again, a second after it was lost or refused. */
final class TcpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(TcpTransport.class);
    private static final long AGAIN_NS = 1_000_000_000;
    private static final long PATIENCE_NS = 5_000_000_000L;

    private final String host;
    private final int port;
    private @Nullable SocketChannel channel;
    private boolean connected;
    private long nextTryNs = Long.MIN_VALUE;
    private long giveUpNs;

    TcpTransport(String host, int port) {
        this.host = host;
        this.port = port;
    }

    @Override
    public int read(ByteBuffer into, long nowNs) {
        SocketChannel now = channel;
        try {
            if (now == null) {
                connect(nowNs);
                return 0;
            }
            if (!connected) {
                finish(now, nowNs);
                return 0;
            }
            int count = now.read(into);
            if (count < 0) {
                throw new IOException("closed by the other side");
            }
            return count;
        } catch (IOException | RuntimeException e) {
            lost(e.getMessage(), nowNs);
            return 0;
        }
    }

    private void connect(long nowNs) throws IOException {
        if (nowNs < nextTryNs) {
            return;
        }
        SocketChannel fresh = SocketChannel.open();
        channel = fresh;
        fresh.configureBlocking(false);
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        giveUpNs = nowNs + PATIENCE_NS;
        connected = fresh.connect(new InetSocketAddress(host, port));
    }

    private void finish(SocketChannel pending, long nowNs) throws IOException {
        connected = pending.finishConnect();
        if (!connected && nowNs > giveUpNs) {
            throw new IOException("no answer");
        }
    }

    private void lost(@Nullable String why, long nowNs) {
        if (connected) {
            LOG.warn("vehicle at {}:{} lost: {}", host, port, why);
        }
        nextTryNs = nowNs + AGAIN_NS;
        close();
    }

    @Override
    public boolean write(byte[] frame) {
        SocketChannel now = channel;
        if (now == null || !connected) {
            return false;
        }
        try {
            return now.write(ByteBuffer.wrap(frame)) == frame.length; // half a frame is garbage that the reader skips
        } catch (IOException e) {
            return false; // the next read finds out and connects anew
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            Closing.quietly(channel);
        }
        channel = null;
        connected = false;
    }
}
