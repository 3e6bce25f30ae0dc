package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.audio.pcm.WavReader;

class ShippedRecordingsTest {
    private static final int RATE_HZ = 16_000;

    @ParameterizedTest
    @ValueSource(strings = {"manifest.jsonl", "mission.jsonl"})
    void shouldBePlayableAndLabelledWithinTheirSound(String manifest) {
        Path file = Path.of("..", "audio", "recordings", manifest);
        List<Recording> found = Recordings.resolve(List.of(file), WavReader::read);
        assertThat(found).hasSizeGreaterThanOrEqualTo(10).allSatisfy(recording -> {
            assertThat(recording.error()).isNull();
            assertThat(recording.text()).isNotBlank();
            assertThat(recording.intent()).isNotNull();
            assertThat(recording.eosS()).isBetween(0.1, WavReader.read(recording.file()).length / (double) RATE_HZ);
        });
    }
}
