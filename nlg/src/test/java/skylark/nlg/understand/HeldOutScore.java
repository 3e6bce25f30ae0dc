package skylark.nlg.understand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.Understanding;

/**
 * How an understander does on labelled sentences that nothing was trained on: {@code held_out.jsonl}, of families kept
 * apart, frozen by {@code models/training/held_out.py}; and {@code unseen.jsonl}, written by hand when all was trained.
 *
 * @param exact share with the intent and every slot; numbers within one percent
 * @param inventedCommands utterances that are no command and were taken for one
 */
record HeldOutScore(double intents, double exact, int inventedCommands, int missedStops) {

    static HeldOutScore of(Understander understander, String file) throws IOException {
        JsonMapper json = new JsonMapper();
        List<String> lines = TextTable.lines(file);
        int intents = 0;
        int exact = 0;
        int invented = 0;
        int missed = 0;
        for (String line : lines) {
            JsonNode wanted = json.readTree(line);
            Intent want = Intent.byName(wanted.get("intent").asText()).orElseThrow();
            Understanding got = understander.understand(wanted.get("text").asText());
            boolean right = got.intent() == want;
            intents += right ? 1 : 0;
            exact += right && same(json.treeToValue(wanted.get("slots"), Slots.class), got.slots()) ? 1 : 0;
            invented += moves(got.intent()) && !moves(want) ? 1 : 0;
            missed += want == Intent.STOP && !right ? 1 : 0;
        }
        return new HeldOutScore((double) intents / lines.size(), (double) exact / lines.size(), invented, missed);
    }

    private static boolean moves(Intent intent) {
        return intent.riskClass() == RiskClass.R || intent.riskClass() == RiskClass.C;
    }

    private static boolean same(Slots a, Slots b) {
        return near(a.metres(), b.metres())
                && near(a.degrees(), b.degrees())
                && near(a.mps(), b.mps())
                && Objects.equals(a.waypoint(), b.waypoint())
                && Objects.equals(a.direction(), b.direction())
                && "to".equals(a.reference()) == "to".equals(b.reference())
                && Objects.equals(a.level(), b.level())
                && Objects.equals(a.state(), b.state());
    }

    private static boolean near(Double a, Double b) {
        return a == null || b == null ? Objects.equals(a, b) : Math.abs(a - b) <= 0.01 * Math.max(Math.abs(a), 0.1);
    }
}
