package skylark.audio.device;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import skylark.audio.pcm.Chirp;

/** Plays a chirp to the loudspeaker and listens for it in the microphone. Belongs to one thread. */
public final class Loopback {
    private static final int BLOCK = 160;
    private static final short[] SILENCE = new short[BLOCK];
    /** Both shall run for half of this, and the loudspeaker rest for the other half, before the chirp. */
    private static final long SETTLE_NS = TimeUnit.MILLISECONDS.toNanos(300);

    private static final long LISTEN_NS = TimeUnit.MILLISECONDS.toNanos(1_500);
    /** Some virtual microphones hear a sound a little before its time. */
    private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(100);

    /** A server may have a backlog of old sound, which comes first. */
    private static final int MOST_SAMPLES = 8 * 16_000;

    private static final long GIVE_UP_NS = TimeUnit.SECONDS.toNanos(8);
    private static final long SAMPLE_NS = 1_000_000_000L / 16_000;

    private final CaptureLine microphone;
    private final PlaybackLine loudspeaker;
    private final short[] heard = new short[MOST_SAMPLES];
    private final short[] block = new short[BLOCK];
    private int count;
    private long heardToNs;
    private volatile boolean notPlayed;
    private volatile long playedNs;

    /**
     * What came of it.
     *
     * @param delayMs from the hand-over of the chirp until its first sample was taken by the microphone
     */
    public record Heard(double delayMs, double dbfs, double likeness) {}

    private Loopback(CaptureLine microphone, PlaybackLine loudspeaker) {
        this.microphone = microphone;
        this.loudspeaker = loudspeaker;
    }

    /**
     * Tries it; takes two seconds.
     *
     * @return null when nothing came
     * @throws DeviceFailure when one of the two cannot be used
     */
    public static @Nullable Heard run(SoundSystem system, LiveSound.Names names) throws DeviceFailure {
        try (CaptureLine microphone = system.openCapture(names.input(), names.bufferMs());
                PlaybackLine loudspeaker = system.openPlayback(names.output(), names.bufferMs())) {
            return new Loopback(microphone, loudspeaker).tryIt();
        }
    }

    private @Nullable Heard tryIt() throws DeviceFailure {
        awaitSound();
        count = 0;
        Thread player = new Thread(this::play, "loopback-chirp");
        player.start();
        listen(System.nanoTime() + LISTEN_NS);
        join(player);
        Chirp.Found found = notPlayed ? null : Chirp.find(heard, count);
        if (found == null) {
            return null;
        }
        long takenNs = heardToNs - (count - found.at()) * SAMPLE_NS;
        return new Heard((takenNs - playedNs) / 1e6, found.dbfs(), found.likeness());
    }

    private void awaitSound() throws DeviceFailure {
        long nowNs = System.nanoTime();
        long endNs = nowNs + GIVE_UP_NS / 2;
        long runsNs = Long.MAX_VALUE;
        while (nowNs < endNs && runsNs > nowNs - SETTLE_NS) {
            if (microphone.read(block) > 0 && runsNs == Long.MAX_VALUE) {
                runsNs = nowNs;
            }
            if (runsNs > nowNs - SETTLE_NS / 2) {
                loudspeaker.write(SILENCE, 0, BLOCK); // a server may need a while to begin, too
            } else {
                loudspeaker.look();
            }
            nowNs = System.nanoTime();
        }
    }

    private void listen(long endNs) throws DeviceFailure {
        while (count < MOST_SAMPLES && System.nanoTime() < endNs) {
            int read = Math.min(microphone.read(block), MOST_SAMPLES - count);
            System.arraycopy(block, 0, heard, count, read);
            count += read;
            heardToNs = read > 0 ? System.nanoTime() - microphone.latencyNs() : heardToNs;
        }
    }

    private void play() {
        short[] chirp = Chirp.sound();
        LockSupport.parkNanos(LEAD_NS);
        playedNs = System.nanoTime();
        try {
            for (int at = 0; at < chirp.length; at += BLOCK) {
                loudspeaker.write(chirp, at, BLOCK);
            }
        } catch (DeviceFailure e) {
            notPlayed = true;
        }
    }

    private static void join(Thread player) {
        try {
            player.join(TimeUnit.NANOSECONDS.toMillis(GIVE_UP_NS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
