package skylark.models.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import skylark.domain.BadInputException;

/**
 * A folder of models. Safe for use by all threads and processes: reading needs no lock, and of those who change it one
 * works at a time.
 */
public final class ModelStore {
    /** The variable that names another folder than {@code ~/.skylark/models}. */
    public static final String DIR_VARIABLE = "SKYLARK_MODELS_DIR";

    private final Path dir;
    private final Manifest manifest;
    private final Map<String, String> environment;

    ModelStore(Path dir, Manifest manifest, Map<String, String> environment) {
        this.dir = dir.toAbsolutePath().normalize();
        this.manifest = manifest;
        this.environment = Map.copyOf(environment);
    }

    /** The store in a folder, which need not exist yet. */
    public static ModelStore at(Path dir) {
        return new ModelStore(dir, Manifest.builtIn(), System.getenv());
    }

    /** The store that the environment names, else the one in the user's home. */
    public static ModelStore standard() {
        return at(standardDir(System.getenv(), System.getProperty("user.home")));
    }

    static Path standardDir(Map<String, String> environment, String home) {
        String named = environment.getOrDefault(DIR_VARIABLE, "");
        return named.isBlank() ? Path.of(home, ".skylark", "models") : Path.of(named);
    }

    public Path dir() {
        return dir;
    }

    /**
     * The folder of a model that is there whole, judged by the sizes of its files.
     *
     * @throws BadInputException if it is not, with what to do about it
     */
    public Path require(String name) {
        Optional<ModelPackage> model = Optional.ofNullable(models().get(name));
        if (model.isEmpty()) {
            throw new BadInputException("model '" + name + "': no such model, expected one of " + models().keySet());
        }
        Path folder = dir.resolve(name);
        if (!new ModelCheck(model.get(), folder).complete()) {
            String state = Files.exists(folder) ? "incomplete" : "not installed";
            throw new BadInputException("model '" + name + "' is " + state + ": run ./skylark models install");
        }
        return folder;
    }

    /** Whether everything that the manifest names is there, by the sizes of the files; takes a few milliseconds. */
    public boolean complete() {
        Map<String, ModelPackage> models = models();
        return manifest.models().stream()
                .map(model -> models.getOrDefault(model.name(), model))
                .allMatch(model -> new ModelCheck(model, dir.resolve(model.name())).complete());
    }

    /** What there is and what there could be: the manifest's models first, then the operator's own. */
    public List<ModelStatus> list() {
        return models().values().stream()
                .map(model -> new ModelStatus(
                        model.name(), model.version(), model.bytes(), model.license(), model.source(), state(model)))
                .toList();
    }

    /** Hashes every file of every model. Models that are not installed are problems too. */
    public Verification verify() {
        return reading("the check", () -> {
            List<String> problems = new ArrayList<>();
            int files = 0;
            for (ModelPackage model : models().values()) {
                Path folder = dir.resolve(model.name());
                List<String> found = Files.exists(folder)
                        ? new ModelCheck(model, folder).problems(bytes -> {})
                        : List.of(model.name() + ": not installed, run ./skylark models install");
                problems.addAll(found);
                files += Math.max(0, model.files().size() - found.size());
            }
            return new Verification(files, problems);
        });
    }

    /**
     * Installs what is missing or damaged, one model after the other; what is whole, by its hashes, stays untouched.
     *
     * @throws BadInputException in one line if that cannot be done; models that were finished before stay
     */
    public void install(InstallProgress progress) {
        PackageClient client = new PackageClient(environment);
        changing(client, "the models", abort -> {
            Installer installer = new Installer(dir, client, progress, abort);
            for (ModelPackage model : models().values()) {
                if (model.client() != Client.OPERATOR && !Installer.isInstalled(model, dir)) {
                    installer.install(model);
                }
            }
        });
    }

    /**
     * Takes an operator's own model: a Vosk model, or an ONNX language model with its tokenizer.
     *
     * @param source a folder, .zip or .tar.gz
     * @param name what it shall be called, not yet taken
     * @param check asked about a language model before it is taken
     * @return its folder in the store
     * @throws BadInputException in one line if it is no such model, or cannot be taken
     */
    public Path importFrom(Path source, String name, ImportCheck check) {
        if (!ModelPackage.isName(name)) {
            throw new BadInputException("'" + name + "': expected a name of a-z, 0-9, '.', '_' and '-'");
        }
        if (!Files.isReadable(source)) {
            throw new BadInputException(source + ": no such readable folder or archive");
        }
        changing(new PackageClient(environment), "model '" + name + "'", abort -> {
            if (Files.exists(dir.resolve(name))) {
                throw new BadInputException("model '" + name + "' exists: remove " + dir.resolve(name) + " first");
            }
            new Importer(dir, abort, check).take(source, name);
        });
        return dir.resolve(name);
    }

    private ModelStatus.State state(ModelPackage model) {
        Path folder = dir.resolve(model.name());
        if (!Files.exists(folder)) {
            return ModelStatus.State.MISSING;
        }
        if (!new ModelCheck(model, folder).complete()) {
            return ModelStatus.State.INCOMPLETE;
        }
        return Files.exists(folder.resolve(OwnEntry.FILE)) ? ModelStatus.State.IMPORTED : ModelStatus.State.INSTALLED;
    }

    /** The manifest's models and the operator's own by name; an own one takes the place of the manifest's. */
    private Map<String, ModelPackage> models() {
        Map<String, ModelPackage> models = new LinkedHashMap<>();
        manifest.models().forEach(model -> models.put(model.name(), model));
        reading("the list", () -> {
            if (!Files.isDirectory(dir)) {
                return models;
            }
            try (Stream<Path> folders = Files.list(dir).sorted()) {
                for (Path folder : folders.toList()) {
                    String name = String.valueOf(folder.getFileName());
                    if (ModelPackage.isName(name)) {
                        OwnEntry.read(folder).ifPresent(own -> models.put(name, own));
                    }
                }
            }
            return models;
        });
        return models;
    }

    private void changing(PackageClient client, String what, Change change) {
        try (StoreLock lock = StoreLock.hold(dir);
                AbortOnShutdown abort = new AbortOnShutdown(client)) {
            Staging.removeLeftovers(dir);
            change.run(abort);
        } catch (UncheckedIOException e) {
            throw DiskSpace.failure(dir, what, e);
        } catch (IOException e) {
            throw DiskSpace.failure(dir, what, e);
        }
    }

    private <T> T reading(String what, Reading<T> reading) {
        try {
            return reading.read();
        } catch (UncheckedIOException e) {
            throw DiskSpace.failure(dir, what, e);
        } catch (IOException e) {
            throw DiskSpace.failure(dir, what, e);
        }
    }

    @FunctionalInterface
    private interface Change {
        void run(AbortOnShutdown abort) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
