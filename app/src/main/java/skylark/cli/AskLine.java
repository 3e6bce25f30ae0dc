package skylark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.config.NearMiss;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.VehicleState;

/**
 * One line of {@code ask --json -}. Labels of an evaluation set may stand beside the keys that count.
 *
 * @param dtS seconds since the dialog's previous line
 */
record AskLine(String text, @Nullable VehicleState state, @Nullable String dialog, double dtS) {
    private static final List<String> KEYS = List.of("text", "state", "dialog", "dt_s");
    private static final double LONGEST_S = 1e6;

    static AskLine parse(String json) {
        JsonNode line = DomainJson.read(json, JsonNode.class, "line");
        if (!line.isObject()) {
            throw new BadInputException("expected a JSON object with \"text\"");
        }
        refuseSlips(line);
        return new AskLine(text(line), state(line), dialog(line), dtS(line));
    }

    private static void refuseSlips(JsonNode line) {
        for (Iterator<String> names = line.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!KEYS.contains(name) && NearMiss.edits(name, KEYS) <= 1) {
                throw new BadInputException("unknown key '" + name + "'" + NearMiss.hint(name, KEYS));
            }
        }
    }

    private static String text(JsonNode line) {
        JsonNode text = line.get("text");
        if (text == null || !text.isTextual()) {
            throw new BadInputException("key 'text': expected the words as a string, got " + shown(text));
        }
        return text.textValue();
    }

    private static @Nullable VehicleState state(JsonNode line) {
        JsonNode state = line.get("state");
        if (state == null || state.isNull()) {
            return null;
        }
        if (!state.isObject()) {
            throw new BadInputException("key 'state': expected an object, got " + shown(state));
        }
        return DomainJson.read(state.toString(), VehicleState.class, "state");
    }

    private static @Nullable String dialog(JsonNode line) {
        JsonNode dialog = line.get("dialog");
        if (dialog == null || dialog.isNull()) {
            return null;
        }
        if (!dialog.isTextual()) {
            throw new BadInputException("key 'dialog': expected a name as a string, got " + shown(dialog));
        }
        return dialog.textValue();
    }

    private static double dtS(JsonNode line) {
        JsonNode dtS = line.get("dt_s");
        if (dtS == null || dtS.isNull()) {
            return 0;
        }
        if (!dtS.isNumber() || !(dtS.doubleValue() >= 0 && dtS.doubleValue() <= LONGEST_S)) {
            throw new BadInputException("key 'dt_s': expected seconds from 0 to 1000000, got " + shown(dtS));
        }
        return dtS.doubleValue();
    }

    private static String shown(@Nullable JsonNode node) {
        String text = node == null ? "nothing" : node.toString();
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
