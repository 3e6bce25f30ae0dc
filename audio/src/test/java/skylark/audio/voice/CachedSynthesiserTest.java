package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CachedSynthesiserTest extends SynthesiserContract {
    private static final int ROOM = 60 * 16_000;
    private static CachedSynthesiser voice;

    @BeforeAll
    static void open() {
        voice = new CachedSynthesiser(MarySynthesiser.open(), ROOM);
    }

    @Override
    Synthesiser synthesiser() {
        return voice;
    }

    @Test
    void shouldPlayFromMemoryWhatWasPrepared() {
        var counting = new Counting();
        var cached = new CachedSynthesiser(counting, ROOM);
        cached.prepare(List.of("stand by", "negative"));
        cached.synthesise("negative", new Recording());
        assertThat(counting.calls).isEqualTo(2);
        assertThat(cached.hits()).isEqualTo(1);
    }

    @Test
    void shouldForgetWhatWasUsedLongestAgoWhenFull() {
        var counting = new Counting();
        var cached = new CachedSynthesiser(counting, 2 * Counting.SAMPLES);
        cached.prepare(List.of("a", "b"));
        cached.synthesise("a", new Recording());
        cached.prepare(List.of("c"));
        cached.synthesise("a", new Recording());
        assertThat(counting.calls).isEqualTo(3);
        cached.synthesise("b", new Recording());
        assertThat(counting.calls).isEqualTo(4);
    }

    @Test
    void shouldNotKeepWhatWasCutShort() {
        var counting = new Counting();
        var cached = new CachedSynthesiser(counting, ROOM);
        cached.synthesise("a", new Recording(1));
        cached.synthesise("a", new Recording());
        assertThat(counting.calls).isEqualTo(2);
    }

    /** Two chunks of samples for any text. */
    private static final class Counting implements Synthesiser {
        static final int SAMPLES = 320;
        private int calls;

        @Override
        public int synthesise(String clause, double mostS, PcmSink sink) {
            calls++;
            boolean more = sink.accept(new short[160], 0, 160);
            if (more) {
                sink.accept(new short[160], 0, 160);
            }
            return more ? SAMPLES : SAMPLES / 2;
        }

        @Override
        public void cancel() {}

        @Override
        public void close() {}
    }
}
