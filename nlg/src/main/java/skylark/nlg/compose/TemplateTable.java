package skylark.nlg.compose;

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
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;

/** One good sentence for every situation, from {@code templates.txt}: said when the model gives none. */
final class TemplateTable {
    private static final String RESOURCE = "templates.txt";
    private static final Pattern LINE = Pattern.compile("(.*?)\\s*=\\s*(.+)");
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");

    private final Map<String, List<Template>> byKey;
    private final PromptWriter prompts;

    private record Template(List<String> conditions, String words) {}

    private TemplateTable(Map<String, List<Template>> byKey, PromptWriter prompts) {
        this.byKey = byKey;
        this.prompts = prompts;
    }

    /** The built-in table. */
    static TemplateTable load(PromptWriter prompts) {
        Map<String, List<Template>> byKey = new HashMap<>();
        SituationTable.load(RESOURCE)
                .forEach((key, lines) ->
                        byKey.put(key, lines.stream().map(TemplateTable::parse).toList()));
        return new TemplateTable(byKey, prompts);
    }

    /** The sentence for this situation, with placeholders that all have a value. Never empty. */
    String words(ReplyRequest request) {
        Set<String> facts = new HashSet<>(prompts.flags(request));
        for (Placeholder placeholder : prompts.allowed(request)) {
            facts.add(placeholder.token());
        }
        for (String key : SituationTable.keys(request)) {
            String words = first(byKey.getOrDefault(key, List.of()), facts);
            if (words != null) {
                return words;
            }
        }
        throw new IllegalStateException("templates.txt: no line for " + request.act() + " " + request.topic());
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

    private static Template parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new BadInputException(RESOURCE + ": expected 'key: conditions = words', got '" + line + "'");
        }
        String conditions = parts.group(1);
        return new Template(conditions.isEmpty() ? List.of() : List.of(conditions.split(" +")), parts.group(2));
    }
}
