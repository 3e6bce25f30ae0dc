package skylark.app;

import java.nio.file.Path;
import java.util.function.LongSupplier;
import skylark.pipeline.LastWord;
import skylark.pipeline.Span;
import skylark.pipeline.Trace;
import skylark.pipeline.TurnReport;
import skylark.replay.Recording;
import skylark.replay.Speculation;
import skylark.replay.TurnRecord;

/**
 * Makes records of live turns as replay has them. Nobody labels what is said live: the last word's end is taken from the
 * level, and the first sound is when the loudspeaker makes it. Belongs to one thread.
 */
final class LiveTurns {
    private final LastWord lastWord;
    private final LongSupplier playbackLatencyNs;
    private final boolean speculates;
    private final long startNs;
    private boolean cold = true;

    /** @param playbackLatencyNs from the hand-over of a sample until it sounds */
    LiveTurns(LastWord lastWord, LongSupplier playbackLatencyNs, boolean speculates, long startNs) {
        this.lastWord = lastWord;
        this.playbackLatencyNs = playbackLatencyNs;
        this.speculates = speculates;
        this.startNs = startNs;
    }

    /** To be called as soon as the turn was reported: what was heard is soon forgotten. */
    TurnRecord of(TurnReport report) {
        double commitS = seconds(report.commitNs());
        TurnRecord.Builder record = TurnRecord.of(
                        spoken(Math.round(seconds(lastWord.endBeforeNs(report.commitNs())) * 1e4) / 1e4))
                .cold(cold)
                .result(report.result())
                .heard(report.result().text())
                .commitS(commitS)
                .firstCommitS(seconds(report.firstCommitNs()))
                .withdrawnCommits(report.withdrawnCommits())
                .fallback(report.fallback());
        if (speculates) {
            record.speculation(report.speculationHit() ? Speculation.HIT : Speculation.MISS);
        }
        cold = false;
        sound(record, report);
        for (Span span : Span.values()) {
            span(record, report.spoken().draft().trace(), span);
        }
        return record.build();
    }

    private void sound(TurnRecord.Builder record, TurnReport report) {
        long latencyNs = playbackLatencyNs.getAsLong();
        long firstNs = report.spoken().firstSoundNs();
        long replyNs = report.spoken().firstAudibleNs();
        if (firstNs != Trace.UNSET) {
            record.firstAudioS(seconds(firstNs + latencyNs));
        }
        if (report.fallback() && replyNs != Trace.UNSET) {
            record.replyAudioS(seconds(replyNs + latencyNs));
        }
    }

    private void span(TurnRecord.Builder record, Trace trace, Span span) {
        if (trace.startNs(span) != Trace.UNSET && trace.endNs(span) != Trace.UNSET) {
            record.span(span.wireName(), seconds(trace.startNs(span)), seconds(trace.endNs(span)));
        }
    }

    private double seconds(long ns) {
        return (ns - startNs) / 1e9;
    }

    private static Recording spoken(double eosS) {
        return new Recording(Path.of("microphone"), "microphone", null, null, null, eosS, null, null, null, null);
    }
}
