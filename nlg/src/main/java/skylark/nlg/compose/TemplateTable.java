package skylark.nlg.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.nlg.prompt.PromptWriter;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;

/** One good sentence for every situation, from {@code templates.txt}: said when the model gives none. */
public final class TemplateTable {
    private static final String RESOURCE = "/skylark/nlg/reply/templates.txt";
    private static final Pattern LINE = Pattern.compile("(\\S+):\\s*(.*?)\\s*=\\s*(.+)");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");

    private final Map<String, List<Template>> byKey;
    private final PromptWriter prompts;

    private record Template(List<String> conditions, String words) {}

    private TemplateTable(Map<String, List<Template>> byKey, PromptWriter prompts) {
        this.byKey = byKey;
        this.prompts = prompts;
    }

    /** The built-in table. */
    public static TemplateTable load(PromptWriter prompts) {
        try (InputStream in = TemplateTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new BadInputException(RESOURCE + ": expected on the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new TemplateTable(parse(text.lines().toList()), prompts);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** The sentence for this situation, with placeholders that all have a value. Never empty. */
    public String words(ReplyRequest request) {
        Set<String> facts = new HashSet<>(prompts.flags(request));
        for (Placeholder placeholder : prompts.allowed(request)) {
            facts.add(placeholder.token());
        }
        for (String key : keys(request)) {
            String words = first(byKey.getOrDefault(key, List.of()), facts);
            if (words != null) {
                return words;
            }
        }
        throw new IllegalStateException("templates.txt: no line for " + request.act() + " " + request.topic());
    }

    private static List<String> keys(ReplyRequest request) {
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

    private static @Nullable String first(List<Template> templates, Set<String> facts) {
        for (Template template : templates) {
            String words = facts.containsAll(template.conditions()) ? withParts(template.words(), facts) : null;
            if (words != null && facts.containsAll(placeholders(words))) {
                return words;
            }
        }
        return null;
    }

    /** Keeps a bracketed part if all its placeholders have a value. */
    private static String withParts(String words, Set<String> facts) {
        return OPTIONAL.matcher(words)
                .replaceAll(part ->
                        Matcher.quoteReplacement(facts.containsAll(placeholders(part.group(1))) ? part.group(1) : ""));
    }

    private static List<String> placeholders(String words) {
        return SpokenText.PLACEHOLDER
                .matcher(words)
                .results()
                .map(match -> match.group())
                .toList();
    }

    private static Map<String, List<Template>> parse(List<String> lines) {
        Map<String, List<Template>> byKey = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new BadInputException(
                        "templates.txt line " + (i + 1) + ": expected 'topic: conditions = words', got '" + line + "'");
            }
            List<String> conditions = parts.group(2).isEmpty()
                    ? List.of()
                    : List.of(parts.group(2).split(" +"));
            byKey.computeIfAbsent(parts.group(1), key -> new ArrayList<>())
                    .add(new Template(conditions, parts.group(3)));
        }
        return byKey;
    }
}
