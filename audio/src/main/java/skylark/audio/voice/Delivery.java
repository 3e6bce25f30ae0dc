package skylark.audio.voice;

import skylark.audio.voice.Synthesiser.PcmSink;

/** Gathers samples into chunks for a sink: a short one first, so that sound starts early. */
final class Delivery {
    private static final int FIRST_CHUNK = 160;
    private static final int CHUNK = 320;

    private final short[] room = new short[CHUNK + 4 * Vocoder.FRAME];
    private final PcmSink sink;
    private int filled;
    private int handed;
    private boolean refused;

    Delivery(PcmSink sink) {
        this.sink = sink;
    }

    int handed() {
        return handed;
    }

    boolean refused() {
        return refused;
    }

    void add(Polish polish, double[] frame) {
        filled += polish.polish(frame, Vocoder.FRAME, room, filled);
        if (filled >= (handed == 0 ? FIRST_CHUNK : CHUNK)) {
            flush();
        }
    }

    void flush() {
        if (filled > 0 && !refused) {
            refused = !sink.accept(room, 0, filled);
            handed += filled;
            filled = 0;
        }
    }
}
