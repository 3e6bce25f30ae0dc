package skylark.models.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import skylark.domain.BadInputException;

/** Says in one line that a disk is full, before or after the fact, and what else can be wrong with one. */
final class DiskSpace {
    private static final double MEGABYTE = 1e6;
    private static final long NEARLY_NOTHING_BYTES = 100_000;

    private DiskSpace() {}

    static void require(Path store, String model, long neededBytes) throws IOException {
        long usable = usable(store);
        if (usable < neededBytes) {
            throw new BadInputException(String.format(
                    "%s: %.0f MB of disk space are free, but model '%s' needs %.0f MB",
                    store, Math.floor(usable / MEGABYTE), model, Math.ceil(neededBytes / MEGABYTE)));
        }
    }

    static boolean isExhausted(Path store) throws IOException {
        return usable(store) < NEARLY_NOTHING_BYTES;
    }

    static BadInputException exhausted(Path store, String what, Throwable cause) {
        return new BadInputException(
                store + ": no space left on the disk for " + what + "; nothing half was left", cause);
    }

    /** The operating system's refusal, in one line. */
    static BadInputException failure(Path store, String what, IOException e) {
        String reason = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            return exhausted(store, what, e);
        }
        if (e instanceof FileSystemException file) {
            String why = file.getReason() == null ? e.getClass().getSimpleName() : file.getReason();
            return new BadInputException(file.getFile() + ": cannot be used for " + what + ": " + why, e);
        }
        return new BadInputException(store + ": " + what + " failed: " + reason, e);
    }

    static BadInputException failure(Path store, String what, UncheckedIOException e) {
        return failure(store, what, Objects.requireNonNull(e.getCause()));
    }

    private static long usable(Path store) throws IOException {
        return Files.getFileStore(store).getUsableSpace();
    }
}
