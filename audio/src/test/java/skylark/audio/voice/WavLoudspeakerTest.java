package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.audio.pcm.WavReader;
import skylark.domain.BadInputException;

class WavLoudspeakerTest {
    private static final short[] SLICE = new short[160];

    @TempDir
    Path folder;

    private long nowNs;
    private final Pacer pacer = new Pacer(() -> nowNs, ns -> nowNs += ns);

    @Test
    void shouldTakeSamplesNoFasterThanTheySound() {
        try (var loudspeaker = new WavLoudspeaker(Optional.empty(), Optional.of(pacer))) {
            loudspeaker.begin("turn-1");
            for (int i = 0; i < 100; i++) {
                loudspeaker.write(SLICE, 0, SLICE.length);
            }
        }
        assertThat(nowNs).isEqualTo(980_000_000);
    }

    @Test
    void shouldTakeTheFirstSliceAtOnce() {
        try (var loudspeaker = new WavLoudspeaker(Optional.empty(), Optional.of(pacer))) {
            loudspeaker.begin("turn-1");
            loudspeaker.write(SLICE, 0, SLICE.length);
        }
        assertThat(nowNs).isZero();
    }

    @Test
    void shouldBeSilentAtOnceAfterAFlush() {
        try (var loudspeaker = new WavLoudspeaker(Optional.empty(), Optional.of(pacer))) {
            loudspeaker.write(new short[320], 0, 320);
            loudspeaker.flush();
            loudspeaker.write(SLICE, 0, SLICE.length);
            loudspeaker.write(SLICE, 0, SLICE.length);
        }
        assertThat(nowNs).isZero();
    }

    @Test
    void shouldKeepOneWholeFileForEachReply() throws IOException {
        try (var loudspeaker = new WavLoudspeaker(Optional.of(folder), Optional.empty())) {
            loudspeaker.begin("turn-1");
            loudspeaker.write(new short[] {1, 2, 3, 4}, 1, 2);
            assertThat(folder).isEmptyDirectory();
            loudspeaker.end();
            loudspeaker.begin("turn-2");
            loudspeaker.write(new short[] {5}, 0, 1);
            loudspeaker.end();
        }
        assertThat(WavReader.read(folder.resolve("turn-1.wav"))).containsExactly(2, 3);
        assertThat(WavReader.read(folder.resolve("turn-2.wav"))).containsExactly(5);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void shouldSayInOneLineWhereItCannotKeepReplies() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        assertThatThrownBy(() -> new WavLoudspeaker(Optional.of(file), Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("taken")
                .message()
                .doesNotContain("\n");
    }
}
