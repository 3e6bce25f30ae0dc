package skylark.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.DomainJson;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.TurnResult;

/** A turn as a line of {@code turns.jsonl}: the contract's result of a turn first, then what was observed. */
public final class TurnJson {

    private TurnJson() {}

    /** @param number of the turn, from 1 */
    public static String line(int number, TurnRecord turn) {
        return DomainJson.write(fields(number, turn));
    }

    static Map<String, @Nullable Object> fields(int number, TurnRecord turn) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("turn", number);
        result(fields, turn.result());
        observed(fields, turn);
        label(fields, turn);
        fields.put("spans", turn.spans().stream().map(TurnJson::span).toList());
        fields.put("reply_wav", turn.replyWav() == null ? null : turn.replyWav().toString());
        fields.put("error", turn.error());
        return fields;
    }

    private static void result(Map<String, @Nullable Object> fields, @Nullable TurnResult result) {
        fields.put("text", result == null ? null : result.text());
        fields.put("intent", result == null ? null : result.intent());
        fields.put("slots", result == null ? Slots.NONE : result.slots());
        RiskClass risk = result == null ? null : result.effectiveClass();
        fields.put("class", risk);
        fields.put("confidence", result == null ? null : result.confidence());
        fields.put("decision", result == null ? null : result.decision());
        fields.put("reply", result == null ? null : result.reply());
        fields.put("source", result == null ? null : result.source());
        fields.put("command", result == null ? null : result.command());
        fields.put("ms", result == null ? Map.of() : result.ms());
    }

    private static void observed(Map<String, @Nullable Object> fields, TurnRecord turn) {
        fields.put("audio", turn.recording().audio());
        fields.put("heard", turn.heard());
        fields.put("eos_s", turn.recording().eosS());
        fields.put("commit_s", seconds(turn.commitS()));
        fields.put("first_audio_s", seconds(turn.firstAudioS()));
        fields.put("reply_audio_s", seconds(turn.replyAudioS()));
        fields.put("command_s", seconds(turn.commandS()));
        fields.put("v2v_ms", milliseconds(turn.v2vMs()));
        fields.put("epd_ms", milliseconds(turn.epdMs()));
        fields.put("c2a_ms", milliseconds(turn.c2aMs()));
        Speculation speculation = turn.speculation();
        fields.put("speculation", speculation == null ? null : speculation.wireName());
        fields.put("fallback", turn.fallback());
        fields.put("why_late", turn.whyLate());
        fields.put("withdrawn_commits", turn.withdrawnCommits());
        fields.put("cut_in", turn.cutIn());
        fields.put("cold", turn.cold());
    }

    private static void label(Map<String, @Nullable Object> fields, TurnRecord turn) {
        Recording label = turn.recording();
        Judgement judgement = Judgement.of(turn);
        fields.put("said", label.text());
        fields.put("said_intent", label.intent());
        fields.put("said_slots", label.slots());
        fields.put("speaker", label.speaker());
        fields.put("complete", label.complete());
        fields.put(
                "word_errors",
                judgement.words() == null ? null : judgement.words().edits());
        fields.put("exact", judgement.exact());
        fields.put("wrong_action", judgement.wrongAction());
    }

    private static Map<String, @Nullable Object> span(StageSpan span) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stage", span.stage());
        fields.put("start_ms", milliseconds(span.startMs()));
        fields.put("end_ms", milliseconds(span.endMs()));
        return fields;
    }

    /** Tenths of a millisecond are all that a pipeline of threads can claim. */
    private static @Nullable Double seconds(@Nullable Double s) {
        return s == null ? null : Math.round(s * 1e5) / 1e5;
    }

    private static @Nullable Double milliseconds(@Nullable Double ms) {
        return ms == null ? null : Math.round(ms * 1e2) / 1e2;
    }
}
