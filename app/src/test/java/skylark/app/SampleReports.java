package skylark.app;

import java.util.Map;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.pipeline.Draft;
import skylark.pipeline.Span;
import skylark.pipeline.Spoken;
import skylark.pipeline.Trace;
import skylark.pipeline.TurnReport;

/** Turns as understanding reports them. */
final class SampleReports {
    private static final long COMMIT_NS = 5_000_000_000L;

    private SampleReports() {}

    static TurnReport of(long turn, long c2aMs, boolean fallback) {
        ReplyRequest request =
                new ReplyRequest(Act.ANSWER, "query.battery", Slots.NONE, null, Map.of(), "", VehicleState.hover());
        Draft draft = new Draft(turn, 0, "how much battery is left", request, Draft.REPLY_PRIORITY);
        draft.trace().start(Span.GENERATE, COMMIT_NS);
        draft.trace().end(Span.GENERATE, COMMIT_NS + 7_000_000);
        long soundNs = COMMIT_NS + c2aMs * 1_000_000;
        Spoken spoken =
                new Spoken(draft, null, soundNs, fallback ? soundNs : Trace.UNSET, soundNs + 1, Spoken.Outcome.PLAYED);
        return new TurnReport(turn, RESULT, "", "", 40, COMMIT_NS, 40, COMMIT_NS, 0, spoken, true, null);
    }

    private static final TurnResult RESULT = new TurnResult(
            "how much battery is left",
            Intent.QUERY_BATTERY,
            Slots.NONE,
            Intent.QUERY_BATTERY.riskClass(),
            0.97,
            Decision.ANSWER,
            "Battery sixty two percent.",
            ReplySource.GENERATED,
            null,
            Map.of());
}
