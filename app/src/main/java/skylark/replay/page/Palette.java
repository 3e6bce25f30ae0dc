package skylark.replay.page;

import java.util.LinkedHashSet;
import java.util.List;
import skylark.replay.StageSpan;
import skylark.replay.TurnRecord;

/** The stages of a run in the order of the data's way, each with a colour class of its own. */
final class Palette {
    private static final int COLOURS = 8;

    private final List<String> stages;

    private Palette(List<String> stages) {
        this.stages = stages;
    }

    static Palette of(List<TurnRecord> turns) {
        LinkedHashSet<String> seen = new LinkedHashSet<>();
        turns.stream()
                .max((a, b) -> Integer.compare(a.spans().size(), b.spans().size()))
                .ifPresent(fullest -> fullest.spans().forEach(span -> seen.add(span.stage())));
        turns.forEach(turn -> turn.spans().stream().map(StageSpan::stage).forEach(seen::add));
        return new Palette(List.copyOf(seen));
    }

    List<String> stages() {
        return stages;
    }

    int lane(String stage) {
        return stages.indexOf(stage);
    }

    /** The CSS class that fills with the stage's colour. */
    String fill(String stage) {
        return "s" + lane(stage) % COLOURS;
    }
}
