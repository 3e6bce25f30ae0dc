package skylark.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.DomainJson;

/**
 * Turns in the Trace Event Format, for chrome://tracing and ui.perfetto.dev: a turn is a process, a stage a thread, the
 * last word, the commit and the first sound are marks. Time begins with each recording's first sample.
 */
final class ChromeTrace {
    private static final double US_PER_MS = 1e3;
    private static final double MS_PER_S = 1e3;
    private static final int MARKS = 0;

    private final List<Map<String, Object>> events = new ArrayList<>();

    private ChromeTrace() {}

    /** One JSON object. */
    static String of(List<TurnRecord> turns) {
        ChromeTrace trace = new ChromeTrace();
        for (int i = 0; i < turns.size(); i++) {
            trace.add(i + 1, turns.get(i));
        }
        return DomainJson.write(Map.of("displayTimeUnit", "ms", "traceEvents", trace.events));
    }

    private void add(int number, TurnRecord turn) {
        name("process_name", number, MARKS, "turn " + number + ": " + turn.heard());
        name("thread_name", number, MARKS, "marks");
        mark(number, "last word", turn.recording().eosS());
        mark(number, "speech commit", turn.commitS());
        mark(number, "first sound", turn.firstAudioS());
        mark(number, "the reply's own first sound", turn.replyAudioS());
        double originMs = MS_PER_S * turn.spansFromS();
        List<String> stages = new ArrayList<>(stages(turn));
        stages.forEach(stage -> name("thread_name", number, stages.indexOf(stage) + 1, stage));
        for (StageSpan span : turn.spans()) {
            Map<String, Object> event = event("X", span.stage(), number, stages.indexOf(span.stage()) + 1);
            event.put("ts", US_PER_MS * (originMs + span.startMs()));
            event.put("dur", US_PER_MS * span.lengthMs());
        }
    }

    private static Set<String> stages(TurnRecord turn) {
        Set<String> stages = new LinkedHashSet<>();
        turn.spans().forEach(span -> stages.add(span.stage()));
        return stages;
    }

    private void mark(int turn, String name, @Nullable Double atS) {
        if (atS != null) {
            Map<String, Object> event = event("i", name, turn, MARKS);
            event.put("ts", US_PER_MS * MS_PER_S * atS);
            event.put("s", "p");
        }
    }

    private void name(String what, int turn, int thread, String name) {
        event("M", what, turn, thread).put("args", Map.of("name", name));
    }

    private Map<String, Object> event(String phase, String name, int turn, int thread) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("ph", phase);
        event.put("name", name);
        event.put("pid", turn);
        event.put("tid", thread);
        events.add(event);
        return event;
    }
}
