package skylark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** Measures models one after the other, each in a process of its own, so that memory is each one's own. */
public final class CaseStudy {
    /** The one that is built in. */
    public static final String BUILT_IN = "tiny-int8";

    private static final String FILE = "model.onnx";
    private final List<String> command;

    /** @param command begins this program anew, up to the folder of the model, which is left out for the built-in one */
    public CaseStudy(List<String> command) {
        this.command = List.copyOf(command);
    }

    /**
     * The folders below {@code models} that hold a model, by name.
     *
     * @throws BadInputException if there is no such folder
     */
    public static List<Path> folders(Path models) {
        if (!Files.isDirectory(models)) {
            throw new BadInputException(
                    models + ": no such folder, expected the models that models/case-study.sh leaves");
        }
        try (Stream<Path> found = Files.list(models)) {
            return found.filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(models.toString(), e);
        }
    }

    /**
     * One row.
     *
     * @param folder null for the built-in model
     * @throws BadInputException with the other process's own words if it could not measure
     */
    public ModelFigures measured(@Nullable Path folder) {
        List<String> words = new ArrayList<>(command);
        if (folder != null) {
            words.add(folder.toString());
        }
        List<String> lines = new ArrayList<>();
        int status = run(words, lines);
        String last = lines.isEmpty() ? "nothing said" : lines.get(lines.size() - 1);
        if (status != 0) {
            throw new BadInputException(last.replaceFirst("^skylark: ", ""));
        }
        return DomainJson.read(last, ModelFigures.class, "case study");
    }

    /** @return its exit status; it does not outlive this process */
    private static int run(List<String> words, List<String> lines) {
        Process process = begin(words);
        Thread reaper = new Thread(process::destroyForcibly, "case-study-reaper");
        try {
            Runtime.getRuntime().addShutdownHook(reaper);
            new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(lines::add);
            int status = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(reaper);
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException("the case study's own process", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException("bench: interrupted");
        } catch (IllegalStateException e) { // this process ends
            throw new BadInputException("bench: interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process begin(List<String> words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("the case study's own process", e);
        }
    }
}
