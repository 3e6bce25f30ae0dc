package skylark.pipeline;

import java.util.Map;
import java.util.TreeMap;
import skylark.dialog.Outcome;
import skylark.domain.TurnResult;
import skylark.watchdog.TurnDeadline;

/** Puts together what was observed of a turn. */
final class Reports {
    private Reports() {}

    static TurnReport of(Turn turn, Outcome outcome, TurnDeadline deadline, Spoken spoken) {
        Draft.Text text = spoken.text();
        TurnResult result = outcome.result(
                outcome.heard().text(),
                text == null ? "" : text.spoken(),
                spoken.source(),
                latencies(turn, deadline, spoken));
        return new TurnReport(
                turn.number,
                result,
                turn.heard,
                turn.openly == null ? "" : turn.openly.text(),
                turn.commitFrame,
                deadline.committedNs(),
                turn.firstCommitFrame,
                turn.firstCommitNs,
                turn.withdrawnCommits,
                spoken,
                turn.speculationHit,
                deadline.why());
    }

    private static Map<String, Double> latencies(Turn turn, TurnDeadline deadline, Spoken spoken) {
        Trace trace = spoken.draft().trace();
        Map<String, Double> ms = new TreeMap<>();
        put(ms, "understand", turn.understandMs);
        put(ms, "tokenize", trace.ms(Span.TOKENIZE));
        put(ms, "generate", trace.ms(Span.GENERATE));
        put(ms, "synthesise", trace.ms(Span.SYNTHESISE));
        if (trace.firstTokenNs() != Trace.UNSET) {
            put(ms, "first_token", (trace.firstTokenNs() - trace.startNs(Span.GENERATE)) / 1e6);
        }
        if (spoken.firstSoundNs() != Trace.UNSET) {
            put(ms, "first_audio", (spoken.firstSoundNs() - deadline.committedNs()) / 1e6);
        }
        return ms;
    }

    private static void put(Map<String, Double> ms, String name, double value) {
        if (!Double.isNaN(value)) {
            ms.put(name, Math.round(value * 100) / 100.0);
        }
    }
}
