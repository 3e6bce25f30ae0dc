package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model store on the whole program's class path, where libraries of one part meet those of another. */
class ModelsCommandTest {
    @TempDir
    Path folder;

    @Test
    void shouldUnpackAnArchive() throws IOException {
        Path archive = folder.resolve("mine.tar.gz");
        writeTarGz(archive, Map.of("am/final.mdl", "ears", "conf/mfcc.conf", "--rate", "graph/HCLG.fst", "graph"));

        CliRun run = CliRun.of(
                DomainBrain::new,
                "",
                "models",
                "import",
                archive.toString(),
                "--set",
                "models.dir=" + folder.resolve("models"));

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(folder.resolve("models/mine/am/final.mdl")).hasContent("ears");
    }

    private static void writeTarGz(Path file, Map<String, String> contents) throws IOException {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            for (Map.Entry<String, String> entry : contents.entrySet()) {
                byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry header = new TarArchiveEntry(entry.getKey());
                header.setSize(bytes.length);
                tar.putArchiveEntry(header);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
    }
}
