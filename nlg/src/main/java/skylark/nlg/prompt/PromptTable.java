package skylark.nlg.prompt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.Reason;
import skylark.nlg.reply.Act;

/**
 * Which flags and placeholders a prompt shows, read from the model's {@code prompt.json}. The training reads the same
 * file.
 *
 * @param version of the format; this code knows 1
 * @param modes autopilot mode names by the group that the model knows
 * @param failsafes parts of failsafe texts by cause
 * @param flags the values of each flag
 * @param placeholders names by kind: {@code state} (shown as unknown when required) and {@code given}
 * @param acts items by act
 * @param topics items by intent or announcement code
 * @param reasons items by reason
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PromptTable(
        int version,
        Map<String, List<String>> modes,
        Map<String, List<String>> failsafes,
        Map<String, List<String>> flags,
        Map<String, List<String>> placeholders,
        Map<String, List<String>> acts,
        Map<String, List<String>> topics,
        Map<String, List<String>> reasons) {
    private static final int VERSION = 1;
    private static final Set<Act> WITHOUT_TOPIC = Set.of(Act.REFUSE, Act.REJECT, Act.ASK_SLOT);

    public PromptTable {
        if (version != VERSION) {
            throw new IllegalArgumentException("version: expected " + VERSION + ", got " + version);
        }
    }

    /**
     * Reads the table.
     *
     * @param name for the message: the file
     * @throws BadInputException if it is not such a table
     */
    public static PromptTable read(InputStream json, String name) {
        try {
            return DomainJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8), PromptTable.class, name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** The items of a prompt in their order: a flag's group, {@code {name}}, or {@code !{name}} if required. */
    public List<String> view(Act act, String topic, @Nullable Reason reason) {
        Set<String> items = new LinkedHashSet<>(acts.getOrDefault(act.wireName(), List.of()));
        if (!WITHOUT_TOPIC.contains(act)) {
            items.addAll(itemsOf(topic));
        }
        if (reason != null) {
            items.addAll(reasons.getOrDefault(reason.wireName(), List.of()));
        }
        return new ArrayList<>(items);
    }

    /** Whether prompts can be about this intent or announcement. */
    public boolean knows(String topic) {
        return topics.containsKey(topic);
    }

    boolean isState(String placeholder) {
        return placeholders.getOrDefault("state", List.of()).contains(placeholder);
    }

    boolean hasFlag(String group, String value) {
        return flags.getOrDefault(group, List.of()).contains(value);
    }

    String modeGroup(@Nullable String mode) {
        if (mode == null || mode.isEmpty()) {
            return "unknown";
        }
        String name = mode.toUpperCase(Locale.ROOT);
        return key(modes, names -> names.contains(name));
    }

    String failsafeCause(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return key(failsafes, stems -> stems.stream().anyMatch(lower::contains));
    }

    private List<String> itemsOf(String topic) {
        List<String> items = topics.get(topic);
        if (items == null) {
            throw new IllegalArgumentException(
                    "topic: expected an intent or an announcement code, got '" + topic + "'");
        }
        return items;
    }

    private static String key(Map<String, List<String>> groups, java.util.function.Predicate<List<String>> wanted) {
        return groups.entrySet().stream()
                .filter(group -> wanted.test(group.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("other");
    }
}
