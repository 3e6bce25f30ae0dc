package skylark.nlg.understand;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Reads lines of {@code {"text":...}}, writes what they mean: for measuring understanding by itself, without the gate.
 * One argument, the folder of installed models, adds the encoder to the grammar.
 */
public final class UnderstandLines {
    private UnderstandLines() {}

    public static void main(String[] args) throws Exception {
        ObjectMapper json = new ObjectMapper();
        DomainUnderstander understander =
                args.length == 0 ? DomainUnderstander.ofGrammar() : DomainUnderstander.open(Path.of(args[0]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            var meant = understander.understand(json.readTree(line).get("text").asText());
            ObjectNode out = json.createObjectNode().put("text", meant.text());
            out.put("intent", meant.intent().wireName()).put("confidence", meant.confidence());
            out.put("route", meant.route().name());
            out.set("slots", json.valueToTree(meant.slots()));
            System.out.println(out);
        }
        understander.close();
    }
}
