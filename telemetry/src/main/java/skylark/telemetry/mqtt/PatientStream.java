package skylark.telemetry.mqtt;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * Holds back the end of a stream for half a second. Paho 1.2.5 starts its receiver and looks every 100 ms whether it
 * runs; one that has ended before the first look is waited for for ever, and a thread is lost with each attempt. A broker
 * that refuses at once, by closing, is enough for that.
 */
final class PatientStream extends FilterInputStream {
    private static final long PATIENCE_NS = 500_000_000;

    private final long openedNs;

    PatientStream(InputStream in, long openedNs) {
        super(in);
        this.openedNs = openedNs;
    }

    @Override
    public int read() throws IOException {
        try {
            int value = super.read();
            return value < 0 ? patiently(value) : value;
        } catch (IOException e) {
            patiently(-1);
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int count = super.read(buffer, offset, length);
            return count < 0 ? patiently(count) : count;
        } catch (IOException e) {
            patiently(-1);
            throw e;
        }
    }

    private int patiently(int end) {
        long leftNs = openedNs + PATIENCE_NS - System.nanoTime();
        if (leftNs > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(leftNs);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return end;
    }
}
