package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class PlaylistTest {
    @TempDir
    Path folder;

    @Test
    void shouldBeginAgainAfterTheLast() throws Exception {
        Playlist list = Playlist.of(manifest(3, 1));

        List<String> lines = Files.readAllLines(list.write(folder.resolve("out.jsonl"), 7));

        assertThat(lines).hasSize(7);
        assertThat(lines.get(3)).isEqualTo(lines.get(0));
        assertThat(lines.get(0)).contains(folder.resolve("0.wav").toString(), "\"eos_s\":1.5");
    }

    @Test
    void shouldKeepTheStopAmongAFew() throws Exception {
        Playlist some = Playlist.of(manifest(100, 3)).some(5);

        List<String> lines = Files.readAllLines(some.write(folder.resolve("out.jsonl"), some.size()));

        assertThat(lines).hasSize(5).doesNotHaveDuplicates();
        assertThat(lines.get(4)).as("warm").contains("and stop");
        assertThat(lines.get(3)).as("from the whole length").contains("90.wav");
    }

    @Test
    void shouldTakeAllWhereThereAreNoMore() throws Exception {
        assertThat(Playlist.of(manifest(3, 1)).some(9).size()).isEqualTo(3);
    }

    @Test
    void shouldRefuseAManifestThatIsNone() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.jsonl"));
        assertThatThrownBy(() -> Playlist.of(empty))
                .isInstanceOf(BadInputException.class)
                .hasMessage(empty + ": nothing in it, expected labelled recordings");
        Path gone = folder.resolve("gone.jsonl");
        assertThatThrownBy(() -> Playlist.of(gone))
                .isInstanceOf(BadInputException.class)
                .hasMessage(gone + ": cannot be read, expected a manifest of labelled recordings");
    }

    private Path manifest(int lines, int stop) throws Exception {
        String text = IntStream.range(0, lines)
                .mapToObj(i -> "{\"audio\":\"" + i + ".wav\",\"text\":\"" + (i == stop ? "wait and stop" : "climb")
                        + "\",\"eos_s\":1.5}\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("manifest.jsonl"), text);
    }
}
