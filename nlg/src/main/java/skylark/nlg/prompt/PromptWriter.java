package skylark.nlg.prompt;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;

/** Writes the prompt of a reply, and says which placeholders the reply may and must use. */
public final class PromptWriter {
    private final PromptTable table;
    private final StateFlags flags;

    public PromptWriter(PromptTable table) {
        this.table = table;
        this.flags = new StateFlags(table);
    }

    /**
     * The prompt, as {@code models/PROMPT.md} has it.
     *
     * @throws IllegalArgumentException if the topic is neither an intent nor an announcement code
     */
    public String write(ReplyRequest request) {
        StringBuilder prompt = new StringBuilder("<bos>");
        prompt.append("<act:").append(request.act().wireName()).append('>');
        prompt.append("<topic:").append(request.topic()).append('>');
        if (request.reason() != null) {
            prompt.append("<reason:").append(request.reason().wireName()).append('>');
        }
        for (String item : view(request)) {
            append(prompt, item, request);
        }
        return prompt.append("<words>")
                .append(OperatorWords.clean(request.words()))
                .append("<reply>")
                .toString();
    }

    /** The flags of the prompt, such as {@code battery:low}. */
    public Set<String> flags(ReplyRequest request) {
        Set<String> shown = new LinkedHashSet<>();
        for (String item : view(request)) {
            String value = isPlaceholder(item) ? null : flags.value(item, request);
            if (value != null) {
                shown.add(value.isEmpty() ? item : item + ":" + value);
            }
        }
        return shown;
    }

    /** The placeholders in the prompt that have a value: no other may be spoken. */
    public Set<Placeholder> allowed(ReplyRequest request) {
        return placeholders(request, false);
    }

    /** Those of {@link #allowed} that must be spoken: the value that was asked for, the values of a read-back. */
    public Set<Placeholder> required(ReplyRequest request) {
        return placeholders(request, true);
    }

    private Set<Placeholder> placeholders(ReplyRequest request, boolean requiredOnly) {
        Set<Placeholder> found = new LinkedHashSet<>();
        for (String item : view(request)) {
            Placeholder placeholder = isPlaceholder(item) ? Placeholder.byName(name(item)) : null;
            boolean wanted = !requiredOnly || item.startsWith("!");
            if (placeholder != null && wanted && placeholder.isKnown(request)) {
                found.add(placeholder);
            }
        }
        return found;
    }

    private void append(StringBuilder prompt, String item, ReplyRequest request) {
        if (!isPlaceholder(item)) {
            appendFlag(prompt, item, flags.value(item, request));
            return;
        }
        String name = name(item);
        if (Placeholder.byName(name).isKnown(request)) {
            prompt.append('{').append(name).append('}');
        } else if (item.startsWith("!") && table.isState(name)) {
            prompt.append("<no>{").append(name).append('}');
        }
    }

    private static void appendFlag(StringBuilder prompt, String group, @Nullable String value) {
        if (value != null) {
            prompt.append('<').append(group);
            prompt.append(value.isEmpty() ? "" : ":").append(value).append('>');
        }
    }

    private List<String> view(ReplyRequest request) {
        return table.view(request.act(), request.topic(), request.reason());
    }

    private static boolean isPlaceholder(String item) {
        return item.endsWith("}");
    }

    private static String name(String item) {
        return item.substring(item.indexOf('{') + 1, item.length() - 1);
    }
}
