package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every recogniser does, on one of the recordings. */
abstract class RecogniserContract {
    private static final String WORD = "land";

    private Recogniser recogniser;
    private short[] speech;

    abstract Recogniser recogniser();

    @BeforeEach
    void open() throws IOException {
        recogniser = recogniser();
        speech = Recordings.of("manifest.jsonl").stream()
                .filter(r -> r.text().equals("bring it down and land now please"))
                .findFirst()
                .orElseThrow()
                .samples();
    }

    @AfterEach
    void close() {
        if (recogniser != null) {
            recogniser.close();
        }
    }

    private void hear(short[] samples, int step) {
        for (int at = 0; at < samples.length; at += step) {
            int length = Math.min(step, samples.length - at);
            recogniser.accept(Arrays.copyOfRange(samples, at, at + length), length);
        }
    }

    @Test
    void shouldHearWordsWithTheirPlaces() {
        hear(speech, 512);

        var transcript = recogniser.finish();

        assertThat(transcript.text()).contains(WORD);
        assertThat(transcript.confidence()).isBetween(0.3, 1.0);
        assertThat(transcript.words()).isNotEmpty().allSatisfy(word -> {
            assertThat(word.startS()).isBetween(0.1, 3.0);
            assertThat(word.endS()).isGreaterThan(word.startS());
        });
    }

    @Test
    void shouldSayWhenThePartialChanges() {
        int changes = 0;
        String before = "";
        for (int at = 0; at + 512 <= speech.length; at += 512) {
            if (recogniser.accept(Arrays.copyOfRange(speech, at, at + 512), 512)) {
                changes++;
            } else {
                assertThat(recogniser.partial()).isEqualTo(before);
            }
            before = recogniser.partial();
        }
        assertThat(changes).isBetween(2, 20);
        assertThat(before).isNotEmpty();
    }

    @Test
    void shouldHearEveryUtteranceAsIfItWereTheFirst() {
        hear(speech, 512);
        var first = recogniser.finish();
        hear(speech, 512);
        recogniser.reset();
        hear(speech, 512);
        var third = recogniser.finish();

        assertThat(third.text()).isEqualTo(first.text());
        assertThat(third.words().get(0).startS()).isCloseTo(first.words().get(0).startS(), offset());
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.api.Assertions.within(0.1);
    }

    @Test
    void shouldHearNothingInSilenceAndInNoSamplesAtAll() {
        assertThat(recogniser.finish()).isEqualTo(Recogniser.Transcript.EMPTY);
        assertThat(recogniser.accept(new short[0], 0)).isFalse();
        hear(new short[16_000], 512);

        assertThat(recogniser.finish().text().replace("[unk]", "")).isBlank();
    }

    @Test
    void shouldTakeFramesOfAnySize() {
        hear(speech, 40_000);
        assertThat(recogniser.finish().text()).contains(WORD);

        hear(speech, 77);
        assertThat(recogniser.finish().text()).contains(WORD);
    }

    @Test
    void shouldCloseOnceAndRefuseWorkAfterwards() {
        recogniser.close();
        recogniser.close();

        assertThatThrownBy(() -> recogniser.accept(new short[512], 512)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> recogniser.finish()).isInstanceOf(IllegalStateException.class);
    }
}
