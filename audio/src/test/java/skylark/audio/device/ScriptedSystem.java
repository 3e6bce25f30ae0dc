package skylark.audio.device;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Devices that do what a test says. What is not scripted goes well: a tone comes, and what is played is counted. */
final class ScriptedSystem implements SoundSystem {
    /** What a call does in place of going well. */
    interface Mishap {
        void happen() throws DeviceFailure;
    }

    final Deque<Mishap> opens = new ArrayDeque<>();
    final Deque<Mishap> calls = new ArrayDeque<>();
    short sample = 1_000;
    volatile int opened;
    volatile int closed;
    volatile int played;
    volatile int flushed;

    static Mishap fails(DeviceState state) {
        return () -> {
            throw new DeviceFailure(state, "scripted");
        };
    }

    /** Never comes back, as long as the latch is closed. */
    static Mishap hangs(CountDownLatch entered, CountDownLatch until) {
        return () -> {
            entered.countDown();
            boolean waiting = true;
            while (waiting) {
                try {
                    until.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    waiting = true; // a native call takes no notice
                }
            }
        };
    }

    static Mishap goesWell() {
        return () -> {};
    }

    private static void next(Deque<Mishap> script) throws DeviceFailure {
        Mishap mishap;
        synchronized (script) {
            mishap = script.poll();
        }
        if (mishap != null) {
            mishap.happen();
        }
    }

    @Override
    public String prefix() {
        return "scripted:";
    }

    @Override
    public List<SoundDevice> devices() {
        return List.of(
                new SoundDevice(Direction.INPUT, "scripted:usb-mic", "USB microphone", "", true),
                new SoundDevice(Direction.INPUT, "scripted:usb-headset", "USB headset", "", false),
                new SoundDevice(Direction.OUTPUT, "scripted:usb-headset", "USB headset", "", true));
    }

    @Override
    public CaptureLine openCapture(String name, int bufferMs) throws DeviceFailure {
        next(opens);
        opened++;
        return new CaptureLine() {
            @Override
            public int read(short[] into) throws DeviceFailure {
                next(calls);
                Arrays.fill(into, sample);
                return into.length;
            }

            @Override
            public long latencyNs() {
                return 5_000_000;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }

    @Override
    public PlaybackLine openPlayback(String name, int bufferMs) throws DeviceFailure {
        next(opens);
        opened++;
        return new PlaybackLine() {
            @Override
            public void write(short[] samples, int offset, int length) throws DeviceFailure {
                next(calls);
                played += length;
            }

            @Override
            public void flush() {
                flushed++;
            }

            @Override
            public void look() {}

            @Override
            public long latencyNs() {
                return 30_000_000;
            }

            @Override
            public void close() {
                closed++;
            }
        };
    }
}
