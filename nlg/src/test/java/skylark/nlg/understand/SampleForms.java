package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Draws sentences from patterns, with a fixed seed. */
final class SampleForms {
    private static final Map<String, String> VALUES = Map.of(
            "metres", "twelve meters",
            "degrees", "ninety degrees",
            "heading", "two seven zero",
            "mps", "three meters per second",
            "speed", "ten knots",
            "waypoint", "four",
            "ordinal", "second",
            "what", "land");
    private static final int PER_LINE = 12;

    private final GrammarFile file;
    private final Random random = new Random(7);

    private SampleForms(GrammarFile file) {
        this.file = file;
    }

    static List<String> of(GrammarFile file, List<String> lines) {
        SampleForms forms = new SampleForms(file);
        List<String> drawn = new ArrayList<>();
        for (String line : lines) {
            Pattern pattern = PatternParser.parse(line);
            for (int i = 0; i < PER_LINE; i++) {
                drawn.add(forms.draw(pattern).strip().replaceAll(" +", " "));
            }
        }
        return drawn;
    }

    private String draw(Pattern pattern) {
        if (pattern instanceof Pattern.Word word) {
            return word.word() + " ";
        }
        if (pattern instanceof Pattern.Sequence sequence) {
            StringBuilder out = new StringBuilder();
            sequence.parts().forEach(part -> out.append(draw(part)));
            return out.toString();
        }
        if (pattern instanceof Pattern.Choice choice) {
            return draw(choice.options().get(random.nextInt(choice.options().size())));
        }
        if (pattern instanceof Pattern.Maybe maybe) {
            return random.nextBoolean() ? draw(maybe.part()) : "";
        }
        if (pattern instanceof Pattern.Rule rule) {
            return draw(Objects.requireNonNull(file.rules().get(rule.name())));
        }
        return pattern instanceof Pattern.Value value ? VALUES.get(value.kind()) + " " : "";
    }
}
