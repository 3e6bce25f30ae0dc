package skylark.bench.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skylark.domain.DomainJson;

/**
 * What a replay left in its folder, as far as it is measured here.
 *
 * @param turns in order
 */
public record Played(Report report, List<PlayedTurn> turns) {

    /** {@code report.json}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Report(List<Line> verdicts, Map<String, Long> counters, List<Incident> incidents, Run run) {
        public Report {
            incidents = incidents == null ? List.of() : List.copyOf(incidents); // older replays have none
        }
    }

    /** What was wrong with a stage, and when, in seconds. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Incident(@JsonProperty("at_s") double atS, String stage, String kind) {}

    /** One of its verdicts. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(String name, @Nullable Double value, int n) {}

    /** What is said of the run. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Run(@JsonProperty("wall_s") double wallS) {}

    public Played {
        turns = List.copyOf(turns);
    }

    /**
     * Reads the folder.
     *
     * @param what was played, for the message
     * @throws StepFailed if something is missing in it
     */
    static Played read(String what, Path folder) {
        try {
            String report = Files.readString(folder.resolve("report.json"));
            List<PlayedTurn> turns = Files.readAllLines(folder.resolve("turns.jsonl")).stream()
                    .map(line -> DomainJson.read(line, PlayedTurn.class, "turns.jsonl"))
                    .toList();
            return new Played(DomainJson.read(report, Report.class, "report.json"), turns);
        } catch (IOException e) {
            throw new StepFailed(what + ": left no report: " + e.getMessage());
        }
    }

    /** A measure by its name, where the replay has a value. */
    public Optional<Line> measure(String name) {
        return report.verdicts().stream()
                .filter(line -> line.name().equals(name) && line.value() != null)
                .findFirst();
    }

    /** All but the first after start-up. */
    List<PlayedTurn> warm() {
        return turns.stream().filter(turn -> !turn.cold()).toList();
    }
}
