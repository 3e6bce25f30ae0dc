package skylark.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ChirpTest {
    private static short[] room(double chirp, double noise, int at) {
        Random random = new Random(3);
        short[] sound = Chirp.sound();
        short[] heard = new short[16_000];
        for (int i = 0; i < heard.length; i++) {
            double own = i >= at && i < at + sound.length ? sound[i - at] * chirp : 0;
            heard[i] = (short) (own + random.nextGaussian() * noise);
        }
        return heard;
    }

    @Test
    void shouldFindItselfInNoiseToTheSample() {
        Chirp.Found found = Chirp.find(room(0.05, 200, 4_321), 16_000);
        assertThat(found).isNotNull();
        assertThat(found.at()).isCloseTo(4_321, within(2));
    }

    @Test
    void shouldFindItselfTurnedUpsideDownAsSomeLoudspeakersDo() {
        Chirp.Found found = Chirp.find(room(-0.5, 10, 100), 16_000);
        assertThat(found).isNotNull();
        assertThat(found.likeness()).isGreaterThan(0.95);
    }

    @Test
    void shouldFindNothingInNoiseAlone() {
        assertThat(Chirp.find(room(0, 3_000, 0), 16_000)).isNull();
    }

    @Test
    void shouldFindNothingInSilence() {
        assertThat(Chirp.find(new short[16_000], 16_000)).isNull();
    }
}
