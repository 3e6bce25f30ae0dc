package skylark.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import skylark.domain.BadInputException;
import skylark.models.store.InstallProgress.Phase;

/** Brings one model from its package into the store. Used by the holder of the lock, on its thread. */
final class Installer {
    /** What an archive may hold beside the files that we want. */
    private static final long OTHER_CONTENT_BYTES = 500_000_000;

    private final Path store;
    private final PackageClient client;
    private final InstallProgress progress;
    private final AbortOnShutdown abort;

    Installer(Path store, PackageClient client, InstallProgress progress, AbortOnShutdown abort) {
        this.store = store;
        this.client = client;
        this.progress = progress;
        this.abort = abort;
    }

    /** Installs a model, or leaves the store as it was. */
    void install(ModelPackage model) throws IOException {
        client.find(model);
        DiskSpace.require(store, model.name(), spaceNeeded(model));
        try (Staging staging = new Staging(store)) {
            Path archive = download(model, staging.download());
            extract(model, archive, staging.model());
            verify(model, staging.model());
            abort.check();
            staging.promote(store.resolve(model.name()));
        }
    }

    /** The archive lies in the client's cache and beside it while it is unpacked. */
    static long spaceNeeded(ModelPackage model) {
        return 2 * model.archiveBytes() + model.bytes();
    }

    private Path download(ModelPackage model, Path folder) throws IOException {
        progress.started(model.name(), Phase.DOWNLOADING, model.archiveBytes());
        try {
            return client.fetch(model, folder, progress::reached);
        } catch (BadInputException e) {
            abort.check();
            throw DiskSpace.isExhausted(store) ? DiskSpace.exhausted(store, model.name(), e) : e;
        } finally {
            progress.finished();
        }
    }

    private void extract(ModelPackage model, Path archive, Path folder) throws IOException {
        Map<String, ModelFile> wanted =
                model.files().stream().collect(Collectors.toMap(ModelFile::from, Function.identity()));
        LongConsumer moved = phase(model, Phase.EXTRACTING);
        try {
            new Archive(archive, model.bytes() + OTHER_CONTENT_BYTES).read((name, content) -> {
                ModelFile file = wanted.remove(name);
                if (file != null) {
                    Copying.write(
                            new LimitedInput(content, () -> tooLong(model, file), file.bytes()),
                            folder.resolve(file.to()),
                            moved);
                }
            });
        } finally {
            progress.finished();
        }
        if (!wanted.isEmpty()) {
            throw new BadInputException(model.packageName() + " " + model.version() + ": expected "
                    + new TreeSet<>(wanted.keySet()).first() + ", which it does not hold");
        }
    }

    private void verify(ModelPackage model, Path folder) throws IOException {
        LongConsumer moved = phase(model, Phase.VERIFYING);
        try {
            List<String> problems = new ModelCheck(model, folder).problems(moved);
            if (!problems.isEmpty()) {
                throw new BadInputException(problems.get(0) + "; not installed");
            }
        } finally {
            progress.finished();
        }
    }

    private LongConsumer phase(ModelPackage model, Phase phase) {
        progress.started(model.name(), phase, model.bytes());
        long[] done = new long[1];
        return bytes -> {
            abort.check();
            done[0] += bytes;
            progress.reached(done[0]);
        };
    }

    private static BadInputException tooLong(ModelPackage model, ModelFile file) {
        return new BadInputException(
                model.name() + "/" + file.to() + ": longer than " + file.bytes() + " bytes; not installed");
    }

    static boolean isInstalled(ModelPackage model, Path store) throws IOException {
        Path folder = store.resolve(model.name());
        return Files.isDirectory(folder)
                && new ModelCheck(model, folder).problems(bytes -> {}).isEmpty();
    }
}
