package skylark.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.domain.ReplySource;
import skylark.domain.RiskClass;
import skylark.domain.TurnResult;

/**
 * A run in figures. Rates are shares from 0 to 1; null where nothing could be measured.
 *
 * <p>The clocks are over warm turns only; the first turn after start-up is {@code cold}. WER, intents and replies are
 * over every turn whose recording could be played.
 *
 * @param turns all of them, failed ones too
 * @param errors turns that failed
 * @param wer word errors by the words said, over all labelled turns together
 * @param intentAccuracy intent as labelled; {@code exact}: and all values
 * @param wrongActions commands executed or challenged that were not asked for, or with other values
 * @param cutInRate turns with a commit inside the operator's pause, of those that have an {@code eos_s}
 * @param fallbackRate turns in which a fallback sounded
 * @param realReplies turns in which the reply itself sounded, and no fallback before it
 * @param withinDeadline turns with sound within 120 ms of the commit, whatever sounded
 * @param generatedQueries replies to queries that were decoded by the language model for that turn
 * @param complete turns whose label is a complete S, Q, R or C; {@code open}: all others
 */
public record ReplaySummary(
        int turns,
        @Nullable Double wer,
        @JsonProperty("intent_accuracy") @Nullable Double intentAccuracy,
        @Nullable Double exact,
        @JsonProperty("wrong_actions") int wrongActions,
        @JsonProperty("v2v_ms") Percentiles v2vMs,
        @JsonProperty("epd_ms") Percentiles epdMs,
        @JsonProperty("c2a_ms") Percentiles c2aMs,
        @JsonProperty("cut_in_rate") @Nullable Double cutInRate,
        @JsonProperty("fallback_rate") @Nullable Double fallbackRate,
        @JsonProperty("real_replies") @Nullable Double realReplies,
        @JsonProperty("within_deadline") @Nullable Double withinDeadline,
        @JsonProperty("generated_queries") @Nullable Double generatedQueries,
        @JsonProperty("speculation_hit_rate") @Nullable Double speculationHitRate,
        @JsonProperty("rss_mb") @Nullable Double rssMb,
        @JsonProperty("rss_peak_mb") @Nullable Double rssPeakMb,
        @JsonProperty("cpu_s_per_turn") @Nullable Double cpuSPerTurn,
        @JsonProperty("start_ms") @Nullable Double startMs,
        int errors,
        Clocks complete,
        Clocks open,
        Clocks cold,
        boolean interrupted) {

    /** The service level: sound this soon after the commit. */
    public static final double DEADLINE_MS = 120;

    public static ReplaySummary of(List<TurnRecord> turns, RunFacts facts) {
        List<TurnRecord> played = where(turns, turn -> turn.recording().playable());
        List<TurnRecord> warm = where(played, turn -> !turn.cold());
        List<Judgement> judged = played.stream().map(Judgement::of).toList();
        Clocks all = Clocks.of(warm);
        return new ReplaySummary(
                turns.size(),
                wordErrorRate(judged),
                yes(judged, Judgement::intentRight),
                yes(judged, Judgement::exact),
                (int) judged.stream().filter(Judgement::wrongAction).count(),
                all.v2vMs(),
                all.epdMs(),
                all.c2aMs(),
                share(where(played, turn -> turn.epdMs() != null), TurnRecord::cutIn),
                share(played, TurnRecord::fallback),
                share(played, TurnRecord::realReply),
                share(where(warm, turn -> turn.commitS() != null), ReplaySummary::inTime),
                share(where(played, ReplaySummary::answersQuery), ReplaySummary::generated),
                share(where(played, turn -> turn.speculation() != null), t -> t.speculation() == Speculation.HIT),
                facts.rssMb(),
                facts.rssPeakMb(),
                facts.cpuS() == null || played.isEmpty() ? null : facts.cpuS() / played.size(),
                facts.startMs(),
                where(turns, turn -> turn.error() != null).size(),
                Clocks.of(where(warm, turn -> turn.recording().complete())),
                Clocks.of(where(warm, turn -> !turn.recording().complete())),
                Clocks.of(where(played, TurnRecord::cold)),
                facts.interrupted());
    }

    private static @Nullable Double wordErrorRate(Collection<Judgement> judged) {
        List<WordErrors> words = present(judged, Judgement::words);
        int said = words.stream().mapToInt(WordErrors::saidWords).sum();
        int edits = words.stream().mapToInt(WordErrors::edits).sum();
        return said == 0 ? null : (double) edits / said;
    }

    private static boolean inTime(TurnRecord turn) {
        Double c2aMs = turn.c2aMs();
        return c2aMs != null && c2aMs <= DEADLINE_MS;
    }

    private static boolean answersQuery(TurnRecord turn) {
        TurnResult result = turn.result();
        return result != null && result.intent().riskClass() == RiskClass.Q;
    }

    private static boolean generated(TurnRecord turn) {
        TurnResult result = turn.result();
        return result != null && result.source() == ReplySource.GENERATED;
    }

    private static @Nullable Double yes(Collection<Judgement> judged, Function<Judgement, @Nullable Boolean> question) {
        return Share.of(present(judged, question), answer -> answer).value();
    }

    private static @Nullable Double share(List<TurnRecord> turns, Predicate<TurnRecord> hit) {
        return Share.of(turns, hit).value();
    }

    private static List<TurnRecord> where(List<TurnRecord> turns, Predicate<TurnRecord> which) {
        return turns.stream().filter(which).toList();
    }

    private static <T, V> List<V> present(Collection<T> all, Function<T, @Nullable V> part) {
        List<V> values = new ArrayList<>();
        for (T one : all) {
            V value = part.apply(one);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
