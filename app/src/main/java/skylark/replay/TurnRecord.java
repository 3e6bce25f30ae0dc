package skylark.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.ReplySource;
import skylark.domain.TurnResult;

/**
 * Everything that was observed of one turn. All times are seconds on the recording's own clock, 0 at its first sample,
 * so the three clocks follow from them and cannot contradict each other: V2V = EPD + C2A.
 *
 * @param result what became of it; null when it failed
 * @param heard the recogniser's words; empty when none
 * @param firstCommitS the first speech commit, taken back or not; null where it is not known
 * @param commitS the speech commit that held
 * @param firstAudioS the first audible sample handed to the device, of a fallback too
 * @param replyAudioS the first audible sample of the reply itself, when a fallback sounded before it
 * @param commandS when the turn's first command was handed to the vehicle; null when there was none
 * @param withdrawnCommits speech commits that were taken back because the operator went on
 * @param speculation null when nothing was prepared ahead
 * @param fallback a fallback sounded before or instead of the reply
 * @param whyLate which stage the reply was late for, and what was wrong with it; null when no fallback was asked for
 * @param cold the first turn after start-up
 * @param spans since the end of the last word, or since the commit where the label gives no {@code eos_s}
 * @param replyWav what was spoken; null when nothing was
 * @param error in one line; null when all went well
 */
public record TurnRecord(
        Recording recording,
        @Nullable TurnResult result,
        String heard,
        @Nullable Double firstCommitS,
        @Nullable Double commitS,
        @Nullable Double firstAudioS,
        @Nullable Double replyAudioS,
        @Nullable Double commandS,
        int withdrawnCommits,
        @Nullable Speculation speculation,
        boolean fallback,
        @Nullable String whyLate,
        boolean cold,
        List<StageSpan> spans,
        @Nullable Path replyWav,
        @Nullable String error) {
    public TurnRecord {
        spans = List.copyOf(spans);
    }

    public static Builder of(Recording recording) {
        return new Builder(recording);
    }

    /** The turn of a recording that cannot be played. */
    public static TurnRecord unplayable(Recording recording) {
        return of(recording).error(recording.error()).build();
    }

    /** Voice to voice, milliseconds; null without a label or without sound. */
    public @Nullable Double v2vMs() {
        return betweenMs(recording.eosS(), firstAudioS);
    }

    /** Endpoint delay, milliseconds; negative when the commit came before the end of the last word. */
    public @Nullable Double epdMs() {
        return betweenMs(recording.eosS(), commitS);
    }

    /** Commit to audio, milliseconds. */
    public @Nullable Double c2aMs() {
        return betweenMs(commitS, firstAudioS);
    }

    /** A commit inside the operator's pause or words: before the end of the last word or, without a label, taken back. */
    public boolean cutIn() {
        Double eosS = recording.eosS();
        Double first = firstCommitS != null ? firstCommitS : commitS;
        return eosS == null || first == null ? withdrawnCommits > 0 : first < eosS;
    }

    /** Where the spans' zero lies on the recording's clock, in seconds. */
    double spansFromS() {
        return spansFromS(recording, commitS);
    }

    private static double spansFromS(Recording recording, @Nullable Double commitS) {
        Double eosS = recording.eosS();
        return eosS != null ? eosS : commitS != null ? commitS : 0;
    }

    /** The reply itself sounded, and no fallback before it. */
    public boolean realReply() {
        return result != null && firstAudioS != null && !fallback && result.source() != ReplySource.FALLBACK;
    }

    /** The same, with the reply somewhere else. */
    public TurnRecord withReplyWav(@Nullable Path wav) {
        return new TurnRecord(
                recording,
                result,
                heard,
                firstCommitS,
                commitS,
                firstAudioS,
                replyAudioS,
                commandS,
                withdrawnCommits,
                speculation,
                fallback,
                whyLate,
                cold,
                spans,
                wav,
                error);
    }

    private static @Nullable Double betweenMs(@Nullable Double fromS, @Nullable Double toS) {
        return fromS == null || toS == null ? null : (toS - fromS) * 1e3;
    }

    /** Collects what is observed; belongs to one thread. Times are seconds on the recording's clock. */
    public static final class Builder {
        private final Recording recording;
        private final List<Worked> worked = new ArrayList<>();
        private @Nullable TurnResult result;
        private String heard = "";
        private @Nullable Double firstCommitS;
        private @Nullable Double commitS;
        private @Nullable Double firstAudioS;
        private @Nullable Double replyAudioS;
        private @Nullable Double commandS;
        private int withdrawnCommits;
        private @Nullable Speculation speculation;
        private boolean fallback;
        private @Nullable String whyLate;
        private boolean cold;
        private @Nullable Path replyWav;
        private @Nullable String error;

        private Builder(Recording recording) {
            this.recording = recording;
        }

        public Builder result(@Nullable TurnResult value) {
            result = value;
            return this;
        }

        public Builder heard(String value) {
            heard = value;
            return this;
        }

        public Builder firstCommitS(@Nullable Double value) {
            firstCommitS = value;
            return this;
        }

        public Builder commitS(@Nullable Double value) {
            commitS = value;
            return this;
        }

        public Builder firstAudioS(@Nullable Double value) {
            firstAudioS = value;
            return this;
        }

        public Builder replyAudioS(@Nullable Double value) {
            replyAudioS = value;
            return this;
        }

        public Builder commandS(@Nullable Double value) {
            commandS = value;
            return this;
        }

        public Builder withdrawnCommits(int value) {
            withdrawnCommits = value;
            return this;
        }

        public Builder speculation(@Nullable Speculation value) {
            speculation = value;
            return this;
        }

        public Builder fallback(boolean value) {
            fallback = value;
            return this;
        }

        public Builder whyLate(@Nullable String value) {
            whyLate = value;
            return this;
        }

        public Builder cold(boolean value) {
            cold = value;
            return this;
        }

        public Builder replyWav(@Nullable Path value) {
            replyWav = value;
            return this;
        }

        public Builder error(@Nullable String value) {
            error = value;
            return this;
        }

        /** A stage worked on this turn from {@code startS} to {@code endS}; the order of calls is the order shown. */
        public Builder span(String stage, double startS, double endS) {
            worked.add(new Worked(stage, startS, endS));
            return this;
        }

        public TurnRecord build() {
            return new TurnRecord(
                    recording,
                    result,
                    heard,
                    firstCommitS,
                    commitS,
                    firstAudioS,
                    replyAudioS,
                    commandS,
                    withdrawnCommits,
                    speculation,
                    fallback,
                    whyLate,
                    cold,
                    spans(),
                    replyWav,
                    error);
        }

        private List<StageSpan> spans() {
            double originS = spansFromS(recording, commitS);
            return worked.stream()
                    .map(w -> new StageSpan(w.stage, (w.startS - originS) * 1e3, (w.endS - originS) * 1e3))
                    .toList();
        }

        private record Worked(String stage, double startS, double endS) {}
    }
}
