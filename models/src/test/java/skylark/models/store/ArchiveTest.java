package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.BadInputException;

class ArchiveTest {
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    Path temp;

    @Test
    void shouldReadTarAndZipAlike() throws IOException {
        Map<String, String> contents = Map.of("a.txt", "one", "b/c.txt", "two");
        Map<String, String> expected = Map.of("package/a.txt", "one", "package/b/c.txt", "two");

        assertThat(read(FakePackages.writeTarGz(temp.resolve("a.tgz"), contents)))
                .isEqualTo(expected);
        assertThat(read(FakePackages.writeZip(temp.resolve("a.zip"), contents))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil", "a//evil", "..\\evil", "C:/evil", "a/..", "e\nvil"})
    void shouldRefuseEntriesThatLeaveTheirFolder(String name) throws IOException {
        Path zip = temp.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(1);
        }
        Path tar = tar("evil.tgz", new TarArchiveEntry(name, true));

        for (Path archive : new Path[] {zip, tar}) {
            assertThatThrownBy(() -> read(archive))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("would leave its folder")
                    .hasMessageNotContaining("\n");
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO})
    void shouldRefuseLinksAndDevices(byte kind) throws IOException {
        TarArchiveEntry link = new TarArchiveEntry("passwords", kind);
        link.setLinkName("/etc/shadow");

        assertThatThrownBy(() -> read(tar("link.tgz", link)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("'passwords' is a link or device");
    }

    @Test
    void shouldStopAnArchiveThatExplodes() throws IOException {
        Map<String, String> zeros = Map.of("zeros", "0".repeat((int) (3 * MEGABYTE)));
        Path tar = FakePackages.writeTarGz(temp.resolve("bomb.tgz"), zeros);
        Path zip = FakePackages.writeZip(temp.resolve("bomb.zip"), zeros);
        assertThat(Files.size(tar)).isLessThan(20_000);

        for (Path archive : new Path[] {tar, zip}) {
            assertThatThrownBy(() -> new Archive(archive, MEGABYTE).read((name, content) -> {}))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(archive + ": unpacks to more than 1 MB");
        }
    }

    @Test
    void shouldStopAnArchiveOfVeryManyEntries() throws IOException {
        Path zip = temp.resolve("many.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < 20_001; i++) {
                out.putNextEntry(new ZipEntry("f" + i));
            }
        }

        assertThatThrownBy(() -> read(zip)).hasMessageContaining("more than 20000 entries");
    }

    @Test
    void shouldRefuseWhatIsNoArchive() throws IOException {
        for (String content : new String[] {"", "x", "<html>not found</html>", "PK", "PK\003\004 and no more"}) {
            Path file = Files.writeString(temp.resolve("page.tgz"), content);
            assertThatThrownBy(() -> read(file))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(file.toString())
                    .hasMessageNotContaining("\n");
        }
    }

    @Property(tries = 300)
    void shouldRefuseAnArchiveThatWasCutAnywhere(@ForAll @DoubleRange(max = 0.99) double part, @ForAll boolean asZip)
            throws IOException {
        Path folder = Files.createTempDirectory("cut");
        try {
            Map<String, String> contents = Map.of("noise", noise(), "more", noise());
            Path whole = asZip
                    ? FakePackages.writeZip(folder.resolve("whole"), contents)
                    : FakePackages.writeTarGz(folder.resolve("whole"), contents);
            byte[] bytes = Files.readAllBytes(whole);
            // The directory at a zip's end repeats what stands before the entries, and is not needed.
            int length = (int) (bytes.length * part * (asZip ? 0.9 : 1));
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> read(cut)).isInstanceOf(BadInputException.class);
        } finally {
            Files.deleteIfExists(folder.resolve("whole"));
            Files.deleteIfExists(folder.resolve("cut"));
            Files.delete(folder);
        }
    }

    private static String noise() {
        return new Random(7).ints(4_000, 'a', 'z').mapToObj(Character::toString).reduce("", String::concat);
    }

    private Path tar(String name, TarArchiveEntry entry) throws IOException {
        Path file = temp.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
        return file;
    }

    private static Map<String, String> read(Path archive) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        new Archive(archive, 10 * MEGABYTE)
                .read((name, content) -> found.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
        return found;
    }
}
