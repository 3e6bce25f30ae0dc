package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SayCommandTest {
    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void shouldSpeakIntoAWavFile() throws IOException, UnsupportedAudioFileException {
        Path file = folder.resolve("a.wav");
        CliRun run = CliRun.of(
                DomainBrain::new,
                "",
                "say",
                "Battery sixty two percent.",
                "Climbing ten meters.",
                "-o",
                file.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out()).startsWith(file + ": ").hasLineCount(1);
        try (var audio = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(16_000);
            assertThat(audio.getFrameLength()).isBetween(2 * 16_000L, 6 * 16_000L);
        }
    }

    @Test
    void shouldRefuseBeforeAnythingStarts() {
        assertThat(CliRun.of(
                                null,
                                "",
                                "say",
                                "...",
                                "-o",
                                folder.resolve("a.wav").toString())
                        .err())
                .isEqualTo("skylark: say: expected a text with words, of at most 10000 characters\n");
        CliRun nowhere = CliRun.of(DomainBrain::new, "", "say", "hello", "-o", "/nowhere/a.wav");
        assertThat(nowhere.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(nowhere.err())
                .isEqualTo("skylark: /nowhere/a.wav: cannot be written, expected a file in a writable folder\n");
        assertThat(CliRun.of(DomainBrain::new, "", "say", "hello").err()).startsWith("skylark: say: expected -o F.wav");
        assertThat(Files.exists(folder.resolve("a.wav"))).isFalse();
    }
}
