package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LastWordTest {
    private static final int FRAME = 512;
    private static final double FRAME_NS = 32e6;
    private static final double SAMPLE_NS = 62_500;

    private final LastWord lastWord = new LastWord();
    private final Random random = new Random(1);

    /** Feeds sound of which the amplitude is given by sample; returns the time of its end. */
    private long hear(int frames, long fromNs, java.util.function.IntToDoubleFunction amplitude) {
        short[] samples = new short[FRAME];
        for (int f = 0; f < frames; f++) {
            for (int i = 0; i < FRAME; i++) {
                samples[i] = (short) (amplitude.applyAsDouble(f * FRAME + i) * random.nextGaussian());
            }
            lastWord.accept(samples, fromNs + (long) ((f + 1) * FRAME_NS));
        }
        return fromNs + (long) (frames * FRAME_NS);
    }

    @Test
    void shouldFindTheEndOfSpeechInAQuietRoom() {
        long endNs = hear(60, 0, i -> i > 8_000 && i < 20_000 ? 4_000 : 3);
        assertThat((double) lastWord.endBeforeNs(endNs)).isCloseTo(20_000 * SAMPLE_NS, within(4e6));
    }

    @Test
    void shouldFindItInNoise() {
        long endNs = hear(60, 0, i -> i > 8_000 && i < 20_000 ? 4_000 : 400);
        assertThat((double) lastWord.endBeforeNs(endNs)).isCloseTo(20_000 * SAMPLE_NS, within(8e6));
    }

    @Test
    void shouldRememberItWhileALongReplyIsSaid() {
        long commitNs = hear(60, 0, i -> i > 8_000 && i < 20_000 ? 4_000 : 3);
        hear(300, commitNs, i -> 6_000);
        assertThat((double) lastWord.endBeforeNs(commitNs)).isCloseTo(20_000 * SAMPLE_NS, within(4e6));
    }

    @Test
    void shouldKnowNothingBeforeAnythingWasHeard() {
        assertThat(lastWord.endBeforeNs(77)).isEqualTo(77);
    }
}
