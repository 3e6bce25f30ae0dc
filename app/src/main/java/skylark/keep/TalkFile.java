package skylark.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.pipeline.Talk;

/** The talk's state on disk, whole or not at all: written beside, synced, and renamed. One thread at a time. */
public final class TalkFile {
    private static final int VERSION = 1;
    /** What an operator said a minute ago is no longer what the talk is about. */
    private static final Duration STALE = Duration.ofSeconds(60);

    private final Path file;
    private final InstantSource clock;

    /** What the file holds. */
    record Saved(int version, long writtenAtMs, Talk talk) {}

    /** @param folder for the file, made when missing */
    public TalkFile(Path folder, InstantSource clock) {
        this.file = folder.resolve("talk.json");
        this.clock = clock;
    }

    /** @throws BadInputException in one line when it cannot be written */
    public void write(Talk talk) {
        String json = DomainJson.write(new Saved(VERSION, clock.instant().toEpochMilli(), talk));
        Path partial = file.resolveSibling("talk.json.part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    partial,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadInputException(file + ": the talk's state cannot be kept: " + e.getMessage(), e);
        }
    }

    /**
     * What the process before left behind, once: it is deleted.
     *
     * @param warnings told in one line of a file that is no use
     */
    public Optional<Talk> take(Consumer<String> warnings) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Saved saved = DomainJson.read(Files.readString(file), Saved.class, file.toString());
            return fresh(saved, warnings);
        } catch (IOException | BadInputException e) {
            String message = e instanceof BadInputException ? e.getMessage() : file + ": " + e.getMessage();
            warnings.accept(message + "; the talk starts afresh");
            return Optional.empty();
        } finally {
            delete();
        }
    }

    private Optional<Talk> fresh(Saved saved, Consumer<String> warnings) {
        if (saved.version() != VERSION || saved.talk() == null) {
            warnings.accept(file + ": expected version " + VERSION + "; the talk starts afresh");
            return Optional.empty();
        }
        Duration age = Duration.between(Instant.ofEpochMilli(saved.writtenAtMs()), clock.instant());
        if (age.compareTo(STALE) > 0 || age.isNegative()) {
            warnings.accept(file + ": expected to be younger than " + STALE.toSeconds() + " s, it is " + age.toSeconds()
                    + " s old; the talk starts afresh");
            return Optional.empty();
        }
        return Optional.of(saved.talk().older(age.toNanos()));
    }

    /** There is nothing to go on with. */
    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be deleted: " + e.getMessage(), e);
        }
    }
}
