package skylark.bench.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.replay.Judgement;
import skylark.replay.Limits;
import skylark.replay.Verdict;

/**
 * What was understood, held against what was meant.
 *
 * @param exact intent and all values
 * @param wrongCommands commands that were not asked for, or with other values
 * @param falseCommands commands where none at all was asked for
 */
record UnderstandingScore(int of, int exact, int wrongCommands, int falseCommands) {
    private static final double PERCENT = 100;

    /** What was meant. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meant(String text, String intent, @Nullable Slots slots) {}

    /** What {@code ask} made of it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Understood(
            @Nullable String intent, @Nullable Slots slots, @Nullable String decision, @Nullable String error) {}

    /** @param understood of each of {@code meant}, in order */
    static UnderstandingScore of(List<Meant> meant, List<Understood> understood) {
        if (meant.size() != understood.size()) {
            throw new StepFailed("understanding: " + meant.size() + " utterances, " + understood.size() + " results");
        }
        int exact = 0;
        int wrong = 0;
        int falsely = 0;
        for (int i = 0; i < meant.size(); i++) {
            boolean right = same(meant.get(i), understood.get(i));
            boolean acts = acts(understood.get(i));
            exact += right ? 1 : 0;
            wrong += acts && !right ? 1 : 0;
            falsely += acts && !isCommand(meant.get(i).intent()) ? 1 : 0;
        }
        return new UnderstandingScore(meant.size(), exact, wrong, falsely);
    }

    List<Verdict> measures() {
        return List.of(
                Limits.verdict("understanding.dev.exact", PERCENT * exact / of, of),
                Limits.verdict("understanding.dev.false_commands", (double) falseCommands, of),
                Limits.verdict("understanding.dev.wrong_commands", (double) wrongCommands, of));
    }

    private static boolean same(Meant meant, Understood understood) {
        return meant.intent().equals(understood.intent())
                && Judgement.sameSlots(given(meant.slots()), given(understood.slots()));
    }

    private static Slots given(@Nullable Slots slots) {
        return slots == null ? Slots.NONE : slots;
    }

    private static boolean acts(Understood understood) {
        boolean doing = "execute".equals(understood.decision()) || "challenge".equals(understood.decision());
        return doing && isCommand(understood.intent());
    }

    private static boolean isCommand(@Nullable String intent) {
        return intent != null
                && Intent.byName(intent)
                        .map(known -> known.riskClass() == RiskClass.R || known.riskClass() == RiskClass.C)
                        .orElse(false);
    }
}
