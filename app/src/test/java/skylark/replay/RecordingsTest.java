package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.domain.Intent;

class RecordingsTest {
    @TempDir
    Path folder;

    @Test
    void shouldTakeAWavFileAsItIs() throws IOException {
        Path wav = sound("a.wav");
        assertThat(resolve(wav)).containsExactly(Recording.unlabelled(wav));
    }

    @Test
    void shouldRefuseANamedFileThatIsMissing() {
        Path missing = folder.resolve("none.wav");
        assertThatThrownBy(() -> resolve(missing))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("none.wav: no such file; expected");
    }

    @Test
    void shouldRefuseANamedFileThatIsNotSound() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.wav"), "no sound");
        assertThatThrownBy(() -> resolve(bad))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("bad.wav");
    }

    @Test
    void shouldRefuseAFolderAndAManifestWithNothingToPlay() throws IOException {
        Path manifest = Files.writeString(folder.resolve("empty.jsonl"), "\n\n");
        assertThatThrownBy(() -> resolve(folder)).hasMessageContaining("nothing to play");
        assertThatThrownBy(() -> resolve(manifest)).hasMessageContaining("nothing to play");
    }

    @Test
    void shouldWalkAFolderInOrderAndKeepWhatFails() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        sound("c.WAV");
        sound("b/z.wav");
        sound("b/a.wav");
        Files.writeString(folder.resolve("a.flac"), "no sound");
        Files.writeString(folder.resolve("notes.txt"), "not for playing");

        List<Recording> found = resolve(folder);

        assertThat(found)
                .extracting(r -> folder.relativize(r.file()).toString())
                .containsExactly("a.flac", "b/a.wav", "b/z.wav", "c.WAV");
        assertThat(found).extracting(Recording::playable).containsExactly(false, true, true, true);
        assertThat(found.get(0).error()).contains("a.flac");
    }

    @Test
    void shouldLabelAFolderByItsManifest() throws IOException {
        sound("one.wav");
        sound("another.wav");
        manifest("manifest.jsonl", "{\"audio\":\"one.wav\",\"text\":\"stop\",\"intent\":\"stop\"}");

        List<Recording> found = resolve(folder);

        assertThat(found).extracting(r -> r.file().getFileName().toString()).containsExactly("one.wav", "another.wav");
        assertThat(found.get(0).intent()).isEqualTo(Intent.STOP);
        assertThat(found.get(1).intent()).isNull();
    }

    @Test
    void shouldReadEveryKeyOfAManifestLine() throws IOException {
        sound("a.wav");
        Path manifest = manifest(
                "m.jsonl",
                "{\"audio\":\"a.wav\",\"text\":\"climb ten meters\",\"intent\":\"climb\",\"slots\":{\"metres\":10},"
                        + "\"eos_s\":1.84,\"speaker\":\"awb\",\"snr_db\":10,\"state\":{\"alt_m\":8},\"tempo\":1.1}");

        Recording recording = resolve(manifest).get(0);

        assertThat(recording.file()).isEqualTo(folder.resolve("a.wav"));
        assertThat(recording.audio()).isEqualTo("a.wav");
        assertThat(recording.text()).isEqualTo("climb ten meters");
        assertThat(recording.labelledSlots().metres()).isEqualTo(10);
        assertThat(recording.eosS()).isEqualTo(1.84);
        assertThat(recording.speaker()).isEqualTo("awb");
        assertThat(recording.snrDb()).isEqualTo(10);
        assertThat(recording.state().altM()).isEqualTo(8);
        assertThat(recording.complete()).isTrue();
    }

    @Test
    void shouldNameFileLineAndKeyOfABadLineAndGoOn() throws IOException {
        sound("a.wav");
        Path manifest = manifest(
                "m.jsonl",
                "{\"audio\":\"a.wav\"}",
                "",
                "{not json",
                "null",
                "[1]",
                "{\"text\":\"no audio\"}",
                "{\"audio\":\"a.wav\",\"intent\":\"explode\"}",
                "{\"audio\":\"a.wav\",\"eos_s\":-1}",
                "{\"audio\":\"a.wav\",\"eos_s\":\"soon\"}",
                "{\"audio\":\"a.wav\",\"slots\":{\"metres\":-3}}",
                "{\"audio\":\"a.wav\",\"state\":{\"landed\":\"maybe\"}}",
                "{\"audio\":\"gone.wav\"}",
                "{\"audio\":\"a.wav\"}");

        List<Recording> found = resolve(manifest);

        assertThat(found).hasSize(12);
        assertThat(found.get(0).playable()).isTrue();
        assertThat(found.get(11).playable()).isTrue();
        assertThat(found.subList(1, 11)).allSatisfy(r -> assertThat(r.error())
                .startsWith(manifest.toString() + ":")
                .doesNotContain("\n"));
        assertThat(found.get(1).error()).contains("m.jsonl:3: ");
        assertThat(found.get(4).error()).contains("m.jsonl:6: key 'audio'");
        assertThat(found.get(5).error()).contains("m.jsonl:7: key 'intent'").contains("explode");
        assertThat(found.get(6).error()).contains("m.jsonl:8: key 'eos_s'");
        assertThat(found.get(7).error()).contains("key 'eos_s'");
        assertThat(found.get(8).error()).contains("metres");
        assertThat(found.get(9).error()).contains("landed");
        assertThat(found.get(10).error()).contains("m.jsonl:12: ").contains("gone.wav");
    }

    @Test
    void shouldReadAManifestWithAByteOrderMark() throws IOException {
        sound("a.wav");
        Path manifest = Files.writeString(folder.resolve("m.jsonl"), "\uFEFF{\"audio\":\"a.wav\"}\r\n");
        assertThat(resolve(manifest)).hasSize(1).allMatch(Recording::playable);
    }

    @Test
    void shouldCallATurnOpenWithoutARequiredSlotOrALabel() throws IOException {
        sound("a.wav");
        Path manifest = manifest(
                "m.jsonl",
                "{\"audio\":\"a.wav\",\"intent\":\"climb\"}",
                "{\"audio\":\"a.wav\",\"intent\":\"greet\"}",
                "{\"audio\":\"a.wav\"}",
                "{\"audio\":\"a.wav\",\"intent\":\"query.wind\"}");
        assertThat(resolve(manifest)).extracting(Recording::complete).containsExactly(false, false, false, true);
    }

    private List<Recording> resolve(Path path) {
        return Recordings.resolve(List.of(path), RecordingsTest::startsWithRiff);
    }

    private static void startsWithRiff(Path file) {
        try {
            if (!Files.readString(file).startsWith("RIFF")) {
                throw new BadInputException(file + ": expected a WAV file");
            }
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read", e);
        }
    }

    private Path sound(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "RIFF");
    }

    private Path manifest(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
