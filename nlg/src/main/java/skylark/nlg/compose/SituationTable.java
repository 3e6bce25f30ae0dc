package skylark.nlg.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skylark.domain.BadInputException;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/**
 * Lines of a built-in text by situation: {@code key: rest}. Keys are intents and announcement codes, or
 * {@code reason.<reason>}, {@code challenge.<intent>} and {@code ask.<slot>}.
 */
final class SituationTable {
    private static final String FOLDER = "/skylark/nlg/reply/";

    private SituationTable() {}

    /** The lines of a resource by key, in their order. */
    static Map<String, List<String>> load(String name) {
        try (InputStream in = SituationTable.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new BadInputException(FOLDER + name + ": expected on the class path");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + name, e);
        }
    }

    private static Map<String, List<String>> parse(String name, String text) {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int colon = line.indexOf(": ");
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (colon < 0) {
                throw new BadInputException(name + " line " + (i + 1) + ": expected 'key: ...', got '" + line + "'");
            }
            byKey.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                    .add(line.substring(colon + 2));
        }
        return byKey;
    }

    /** The keys of a request, the most exact first. */
    static List<String> keys(ReplyRequest request) {
        List<String> keys = new ArrayList<>();
        if (request.act() == Act.ASK_SLOT) {
            keys.add("ask." + request.args().get("slot"));
            keys.add("ask");
        }
        if (request.reason() != null) {
            keys.add("reason." + request.reason().wireName());
        }
        if (request.act() == Act.CHALLENGE) {
            keys.add("challenge." + request.topic());
            keys.add("challenge");
        }
        boolean refused = request.act() == Act.REFUSE || request.act() == Act.REJECT;
        keys.add(refused ? "refused" : request.topic());
        return keys;
    }
}
