package skylark.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.app.LanguageModel;
import skylark.domain.BadInputException;
import skylark.models.store.ModelStatus;
import skylark.models.store.ModelStore;
import skylark.models.store.TerminalProgress;
import skylark.models.store.Verification;

/** The model store. */
@Command(
        name = "models",
        description = "Lists, installs, verifies and imports models.",
        synopsisSubcommandLabel = "list|install|verify|import")
final class ModelsCommand implements Runnable {
    private final Shared shared;

    ModelsCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public void run() {
        throw new BadInputException("models: expected list, install, verify or import DIR");
    }

    @Command(description = "Shows each model, its size and whether it is installed.")
    int list() {
        for (ModelStatus model : store().list()) {
            shared.console()
                    .out()
                    .printf(
                            Locale.ROOT,
                            "%-18s %-10s %8.1f MB  %-12s %s, %s%n",
                            model.name(),
                            model.state().name().toLowerCase(Locale.ROOT),
                            model.bytes() / 1e6,
                            model.license(),
                            model.version(),
                            model.source());
        }
        return ExitStatus.DONE;
    }

    @Command(description = "Installs what is missing, by package name, and verifies it.")
    int install() {
        ModelStore store = store();
        store.install(TerminalProgress.onStandardError());
        shared.console().out().println("models are installed in " + store.dir());
        return ExitStatus.DONE;
    }

    @Command(description = "Hashes every file of every model.")
    int verify() {
        ModelStore store = store();
        Verification verification = store.verify();
        verification.problems().forEach(problem -> shared.console().err().println("skylark: " + problem));
        shared.console()
                .out()
                .println(verification.files() + " files are as they should be in " + store.dir() + ", "
                        + verification.problems().size() + " problems");
        return verification.ok() ? ExitStatus.DONE : ExitStatus.FOUND_WRONG;
    }

    @Command(name = "import", description = "Takes a model of your own from a folder, .zip or .tar.gz.")
    int importFrom(
            @Parameters(paramLabel = "DIR", description = "The folder or archive.") Path source,
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            description = "What it shall be called; by default its file's name.")
                    @Nullable String name) {
        Path folder = store().importFrom(source, name == null ? nameOf(source) : name, this::tryOut);
        shared.console().out().println(folder);
        return ExitStatus.DONE;
    }

    /** A model of ours brings its prompts; any other must give a token. */
    private void tryOut(Path folder) {
        LanguageModel.tryOut(folder, shared.settings());
    }

    private ModelStore store() {
        return ModelStore.at(shared.settings().models().dir());
    }

    private static String nameOf(Path source) {
        Path file = source.toAbsolutePath().normalize().getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        return name.replaceFirst("\\.(zip|tar\\.gz|tgz)$", "");
    }
}
