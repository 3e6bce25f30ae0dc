package skylark.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import skylark.bench.run.UnderstandingScore.Meant;
import skylark.bench.run.UnderstandingScore.Understood;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** The development set for understanding, asked as an operator's text is. */
public final class DevSet {
    private static final String FILE = "utterances.jsonl";
    private static final long LIMIT_S = 600;

    private final List<Meant> meant;

    private DevSet(List<Meant> meant) {
        this.meant = meant;
    }

    /**
     * Reads it.
     *
     * @throws BadInputException if it is not there or a line is wrong
     */
    public static DevSet of(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            List<String> lines = Files.readAllLines(file);
            List<Meant> meant = lines.stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> DomainJson.read(line, Meant.class, file.toString()))
                    .toList();
            if (meant.isEmpty()) {
                throw new BadInputException(file + ": nothing in it, expected utterances with their intents");
            }
            return new DevSet(meant);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read, expected the development set " + FILE, e);
        }
    }

    /** Asks one process all of it. */
    UnderstandingScore score(Children children, Program program, Path scratch) {
        Path questions = scratch.resolve("dev.jsonl");
        StringBuilder text = new StringBuilder();
        meant.forEach(
                one -> text.append(DomainJson.write(Map.of("text", one.text()))).append('\n'));
        try {
            Files.writeString(questions, text);
        } catch (IOException e) {
            throw new StepFailed(questions + ": cannot be written: " + e.getMessage());
        }
        List<String> results =
                children.run("understanding", program.words(List.of("ask", "--json", "-")), questions, LIMIT_S);
        return UnderstandingScore.of(
                meant,
                results.stream()
                        .map(line -> DomainJson.read(line, Understood.class, "ask"))
                        .toList());
    }
}
