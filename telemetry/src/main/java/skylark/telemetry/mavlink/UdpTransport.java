package skylark.telemetry.mavlink;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/** Datagrams: waits at a port and answers whom the link names, or sends to an address and hears what comes back. */
final class UdpTransport implements Transport {
    private final DatagramChannel channel;
    private @Nullable SocketAddress lastFrom;
    private @Nullable SocketAddress peer;

    private UdpTransport(DatagramChannel channel, @Nullable SocketAddress peer) {
        this.channel = channel;
        this.peer = peer;
    }

    /** Hears whoever sends to this address. */
    static UdpTransport in(InetSocketAddress address) {
        return new UdpTransport(open(address, address), null);
    }

    static UdpTransport out(InetSocketAddress address) {
        return new UdpTransport(open(null, address), address);
    }

    private static DatagramChannel open(@Nullable InetSocketAddress local, InetSocketAddress named) {
        try {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(local);
            channel.configureBlocking(false);
            return channel;
        } catch (IOException | RuntimeException e) {
            throw new BadInputException(
                    "vehicle.url: " + named + ": expected an address to hear at, got: " + e.getMessage(), e);
        }
    }

    InetSocketAddress localAddress() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    @Override
    public int read(ByteBuffer into, long nowNs) {
        try {
            SocketAddress from = channel.receive(into);
            if (from != null) {
                lastFrom = from;
            }
            return into.position();
        } catch (IOException e) {
            return 0; // such as "port unreachable": the other side is not there yet
        }
    }

    @Override
    public boolean write(byte[] frame) {
        SocketAddress to = peer;
        if (to == null) {
            return false;
        }
        try {
            return channel.send(ByteBuffer.wrap(frame), to) == frame.length;
        } catch (IOException e) {
            return false; // no route, or no buffer: a frame more or less is what this protocol lives with
        }
    }

    @Override
    public void answer() {
        peer = lastFrom;
    }

    @Override
    public boolean datagrams() {
        return true;
    }

    @Override
    public void close() {
        Closing.quietly(channel);
    }
}
