package skylark.telemetry.mavlink;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial line, 8N1; one that is not there, or is pulled out, is tried again every second. */
final class SerialTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(SerialTransport.class);
    private static final long AGAIN_NS = 1_000_000_000;
    private static final int PIECE = 1024;

    private final String device;
    private final int baud;
    private final byte[] piece = new byte[PIECE];
    private @Nullable SerialPort port;
    private boolean told;
    private long nextTryNs = Long.MIN_VALUE;

    SerialTransport(String device, int baud) {
        this.device = device;
        this.baud = baud;
    }

    @Override
    public int read(ByteBuffer into, long nowNs) {
        SerialPort now = port;
        if (now == null) {
            open(nowNs);
            return 0;
        }
        int count = now.readBytes(piece, Math.min(piece.length, into.remaining()));
        if (count < 0) {
            LOG.warn("{} does not answer any more", device);
            close();
            nextTryNs = nowNs + AGAIN_NS;
            return 0;
        }
        into.put(piece, 0, count);
        return count;
    }

    private void open(long nowNs) {
        if (nowNs < nextTryNs) {
            return;
        }
        nextTryNs = nowNs + AGAIN_NS;
        try {
            SerialPort fresh = SerialPort.getCommPort(device);
            fresh.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            fresh.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
            port = fresh.openPort() ? fresh : null;
        } catch (SerialPortInvalidPortException e) {
            port = null;
        }
        if (port == null && !told) {
            LOG.warn("{} cannot be opened; trying on", device);
        }
        told = port == null;
    }

    @Override
    public boolean write(byte[] frame) {
        SerialPort now = port;
        return now != null && now.writeBytes(frame, frame.length) == frame.length;
    }

    @Override
    public void close() {
        if (port != null) {
            port.closePort();
        }
        port = null;
    }
}
