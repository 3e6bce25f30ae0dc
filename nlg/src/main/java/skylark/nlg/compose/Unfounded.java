package skylark.nlg.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an answer may say of the vehicle only when a flag of its prompt says so. Immutable. */
final class Unfounded {
    private static final List<Claim> CLAIMS = List.of(
            claim("\\blow\\b", "battery:low", "also:low"),
            claim("\\bcritical\\b", "battery:critical", "also:critical"),
            claim("\\bfailsafe\\b", "failsafe:", "also:failsafe"),
            claim("(?<!once )(?<!not )\\breturning\\b", "mode:return", "also:returning"),
            claim("\\blanding\\b", "mode:land", "landed:landing", "also:landing"),
            claim("\\bstrong( wind)?\\b", "wind:strong", "also:wind"),
            claim("\\bgps (is )?poor\\b", "also:gps"),
            claim("\\blink (is )?weak\\b", "link:weak", "also:link"),
            claim("\\b(climbing|going up)\\b", "vertical:climbing"),
            claim("\\b(descending|going down)\\b", "vertical:descending"),
            claim("\\bpaused\\b", "mission:on", "mission:last"));

    private Unfounded() {}

    private record Claim(Pattern words, List<String> flags) {
        boolean isMade(String text, Set<String> shown) {
            return words.matcher(text).find()
                    && flags.stream().noneMatch(flag -> shown.stream().anyMatch(up -> up.startsWith(flag)));
        }
    }

    private static Claim claim(String words, String... flags) {
        return new Claim(Pattern.compile(words, Pattern.CASE_INSENSITIVE), List.of(flags));
    }

    /** The first claim that no flag bears out, by the flag that would; commands tell what they do, not what is. */
    static Optional<String> in(String words, String topic, Set<String> flags) {
        return topic.startsWith("query.")
                ? CLAIMS.stream()
                        .filter(claim -> claim.isMade(words, flags))
                        .map(claim -> "unfounded, " + claim.flags().get(0))
                        .findFirst()
                : Optional.empty();
    }
}
