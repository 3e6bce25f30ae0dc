package skylark.audio.voice;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Closed phrases from memory, everything else from the synthesiser. Filled at start-up and by use, and bounded: the
 * phrase that was used longest ago goes first. Belongs to the voice's thread.
 */
public final class CachedSynthesiser implements Synthesiser {
    private static final int CHUNK_SAMPLES = 1_600;

    private final Synthesiser synthesiser;
    private final int maxSamples;
    private final LinkedHashMap<String, short[]> phrases = new LinkedHashMap<>(64, 0.75f, true);
    private int samplesHeld;
    private short[] tape = new short[8 * 16_000];
    private long hits;
    private volatile boolean cancelled;

    /** @param maxSamples bound on all phrases together; 2 bytes each */
    public CachedSynthesiser(Synthesiser synthesiser, int maxSamples) {
        this.synthesiser = synthesiser;
        this.maxSamples = maxSamples;
    }

    /** Makes these phrases before they are needed. */
    public void prepare(Collection<String> texts) {
        for (String text : texts) {
            synthesise(text, (samples, offset, length) -> true);
        }
    }

    /** The sound of a phrase, made now if need be. */
    public short[] clip(String text) {
        short[] held = phrases.get(text);
        if (held != null) {
            return held.clone();
        }
        cancelled = false;
        int length = record(text, (samples, offset, count) -> true);
        return Arrays.copyOf(tape, length);
    }

    @Override
    public int synthesise(String clause, double mostS, PcmSink sink) {
        cancelled = false;
        if (mostS < Double.POSITIVE_INFINITY) {
            return synthesiser.synthesise(clause, mostS, sink); // perhaps in a hurry, which is not to be kept
        }
        short[] held = phrases.get(clause);
        if (held == null) {
            return record(clause, sink);
        }
        hits++;
        return play(held, sink);
    }

    @Override
    public void cancel() {
        cancelled = true;
        synthesiser.cancel();
    }

    /** How often a clause came from memory. */
    public long hits() {
        return hits;
    }

    @Override
    public void close() {
        synthesiser.close();
    }

    private int record(String clause, PcmSink sink) {
        Tape recording = new Tape(sink);
        int handedOver = synthesiser.synthesise(clause, recording);
        if (recording.whole && !cancelled && handedOver > 0) {
            keep(clause, Arrays.copyOf(tape, recording.length));
        }
        return handedOver;
    }

    private void keep(String clause, short[] samples) {
        short @Nullable [] before = phrases.put(clause, samples);
        samplesHeld += samples.length - (before == null ? 0 : before.length);
        while (samplesHeld > maxSamples && !phrases.isEmpty()) {
            Map.Entry<String, short[]> oldest = phrases.entrySet().iterator().next();
            samplesHeld -= oldest.getValue().length;
            phrases.remove(oldest.getKey());
        }
    }

    private int play(short[] held, PcmSink sink) {
        int at = 0;
        while (at < held.length && !cancelled) {
            int count = Math.min(CHUNK_SAMPLES, held.length - at);
            boolean goOn = sink.accept(held, at, count);
            at += count;
            if (!goOn) {
                break;
            }
        }
        return at;
    }

    /** Keeps what passes through. */
    private final class Tape implements PcmSink {
        private final PcmSink sink;
        private int length;
        private boolean whole = true;

        Tape(PcmSink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(short[] samples, int offset, int count) {
            if (length + count > tape.length) {
                tape = Arrays.copyOf(tape, Math.max(length + count, tape.length * 2));
            }
            System.arraycopy(samples, offset, tape, length, count);
            length += count;
            whole = sink.accept(samples, offset, count);
            return whole;
        }
    }
}
