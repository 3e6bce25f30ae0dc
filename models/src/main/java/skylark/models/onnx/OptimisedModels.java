package skylark.models.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what ONNX Runtime made of a model, so that the next start need not optimise it again. What it made fits one
 * model, one version of it and one kind of processor: all three are in a file's name, and so is the hash of what is in
 * the file, without which it is not used. Where nothing can be written, nothing is kept.
 *
 * <p>Safe for use by all threads and processes: files come into being by a rename.
 */
final class OptimisedModels {
    private static final Logger LOG = LoggerFactory.getLogger(OptimisedModels.class);
    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
    private static final int CHUNK = 1 << 20;

    private final Path folder;
    private final String machine;

    /** @param version of ONNX Runtime */
    OptimisedModels(Path folder, String version) {
        this.folder = folder;
        this.machine = version + " " + System.getProperty("os.arch") + " " + processor();
    }

    /** What the model of this file is called here; nothing for one that keeps its weights in other files. */
    Optional<String> key(Path model) throws IOException {
        String name = String.valueOf(model.getFileName());
        try (Stream<Path> beside = Files.list(model.toAbsolutePath().getParent())) {
            boolean alone = beside.map(file -> String.valueOf(file.getFileName()))
                    .noneMatch(other -> other.startsWith(name) && !other.equals(name));
            return alone ? Optional.of(hash(model, machine)) : Optional.empty();
        }
    }

    /** The optimised model, if it is there and whole; one that is damaged is removed. */
    Optional<Path> find(String key) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, key + "-*.onnx")) {
            for (Path file : found) {
                if (String.valueOf(file.getFileName()).equals(name(key, file))) {
                    return Optional.of(file);
                }
                Files.deleteIfExists(file);
            }
        }
        return Optional.empty();
    }

    /** Where ONNX Runtime may write; to be given to {@link #keep}. */
    Path draft() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder), "draft", ".half");
    }

    void keep(String key, Path draft) throws IOException {
        Files.move(draft, folder.resolve(name(key, draft)), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forgets a draft that nobody wrote, or a model that would not open. */
    void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed: {}", file, e.toString());
        }
    }

    private static String name(String key, Path content) throws IOException {
        return key + "-" + hash(content, "") + ".onnx";
    }

    /** CRC-32C with the length: against damage, and quick. SHA-256 took longer than the optimising that it saved. */
    private static String hash(Path file, String salt) throws IOException {
        CRC32C crc = new CRC32C();
        crc.update(salt.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
            while (channel.read(chunk) >= 0) {
                crc.update(chunk.flip());
                chunk.clear();
            }
            return String.format("%08x%08x", crc.getValue(), channel.size());
        }
    }

    /** What the processor can do, where the system tells. */
    private static String processor() {
        if (!Files.isReadable(PROCESSOR)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(PROCESSOR)) {
            return lines.filter(line -> line.matches("(flags|Features|model name)\\s*:.*"))
                    .distinct()
                    .reduce("", String::concat);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("{}: {}", PROCESSOR, e.toString());
            return "";
        }
    }
}
