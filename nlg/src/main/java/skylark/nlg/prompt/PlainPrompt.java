package skylark.nlg.prompt;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;

/**
 * The prompt of a model that was not trained on ours: the same facts as plain text after a few examples, which are the
 * same for every reply and so computed once. Immutable.
 */
public final class PlainPrompt {
    private static final String EXAMPLES =
            """
            A drone answers its operator in one short sentence. It writes {name} where a value belongs.
            Situation: answer, query battery, battery ok, {battery_pct}. Operator: how much charge is left
            Drone: Battery {battery_pct}.
            Situation: execute, return home. Operator: come back
            Drone: Returning home.
            Situation: announce, pkg released, mode return. Operator:
            Drone: Package released, heading home.
            """;

    private final PromptWriter prompts;
    private final boolean examples;

    /** @param examples whether there is room for them */
    public PlainPrompt(PromptWriter prompts, boolean examples) {
        this.prompts = prompts;
        this.examples = examples;
    }

    /** The part that is the same for every reply. */
    public static String examples() {
        return EXAMPLES;
    }

    /** The whole prompt, ready for the reply to follow. */
    public String write(ReplyRequest request) {
        String words = OperatorWords.clean(request.words()).replace(OperatorWords.NUMBER, " some");
        return (examples ? EXAMPLES : "") + "Situation: " + facts(request) + ". Operator: " + words + "\nDrone:";
    }

    private String facts(ReplyRequest request) {
        StringJoiner facts = new StringJoiner(", ");
        facts.add(plain(request.act().wireName())).add(plain(request.topic()));
        if (request.reason() != null) {
            facts.add(plain(request.reason().wireName()));
        }
        prompts.flags(request).forEach(flag -> facts.add(plain(flag)));
        String values =
                prompts.allowed(request).stream().map(Placeholder::token).collect(Collectors.joining(" "));
        return values.isEmpty() ? facts.toString() : facts.add(values).toString();
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[._:]", " ");
    }
}
