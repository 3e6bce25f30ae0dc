package skylark.dialog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;

/**
 * Words that mean something only after the command before: "the other way", "another five", "do that again". They give a
 * command of the same kind anew, which passes the gate as any other does. Stateless.
 */
final class FollowUp {
    private static final String LEAD = "(?:(?:and|now|then|okay|ok|so|please) )*";
    private static final Pattern OTHER_WAY = Pattern.compile(
            LEAD + "(?:go |do it |move |turn )?(?:in |to )?(?:the )?(?:other|opposite) (?:way|direction|side)"
                    + "(?: (?:around|round|now|please|again))*");
    private static final Pattern MORE =
            Pattern.compile(LEAD + "(?:another|a further|an additional) |.* more(?: please)?");
    private static final Pattern MORE_WORDS =
            Pattern.compile("^" + LEAD + "(?:another|a further|an additional)? ?|\\bmore\\b| please$");
    private static final Pattern SWITCH = Pattern.compile(LEAD + "(?:back )?(on|off)(?: again)?(?: (?:please|now))*");
    /** "Again" alone asks for the words, not for the deed. */
    private static final Pattern SAME =
            Pattern.compile(LEAD + "(?:do (?:that|it|this|the same)(?: thing)?|the same(?: thing)?|same(?: thing)?)"
                    + " (?:again|once more|one more time)(?: (?:please|now))*");

    private static final Map<String, String> OPPOSITE = Map.of(
            "left", "right", "right", "left", "forward", "back", "back", "forward", "up", "down", "down", "up", "north",
            "south", "south", "north", "east", "west", "west", "east");

    private FollowUp() {}

    /** Whether these words may go on from a command. */
    static boolean is(String words) {
        String plain = plain(words);
        return OTHER_WAY.matcher(plain).matches()
                || SAME.matcher(plain).matches()
                || MORE.matcher(plain).lookingAt()
                || SWITCH.matcher(plain).matches();
    }

    /** What they mean after {@code last}, where no number needs to be read; else empty. */
    static Optional<Understanding> meaning(String words, Understanding last) {
        String plain = plain(words);
        if (OTHER_WAY.matcher(plain).matches()) {
            return Optional.ofNullable(turnedAround(plain, last));
        }
        if (SAME.matcher(plain).matches()) {
            return canRepeat(last) ? Optional.of(again(plain, last.intent(), last.slots())) : Optional.empty();
        }
        var flipped = SWITCH.matcher(plain);
        boolean switched = last.intent() == Intent.LIGHT || last.intent() == Intent.VIDEO;
        return switched && flipped.matches()
                ? Optional.of(again(plain, last.intent(), Slots.NONE.withState(flipped.group(1))))
                : Optional.empty();
    }

    /** The value in "another five meters", for a sentence of its own. */
    static String value(String words) {
        return MORE_WORDS.matcher(plain(words)).replaceAll("").strip();
    }

    private static @Nullable Understanding turnedAround(String words, Understanding last) {
        Slots slots = last.slots();
        boolean relative = !"to".equals(slots.reference());
        String direction = slots.direction();
        return switch (last.intent()) {
            case CLIMB -> relative ? again(words, Intent.DESCEND, slots) : null;
            case DESCEND -> relative ? again(words, Intent.CLIMB, slots) : null;
            case MOVE, TURN, FACE, GIMBAL ->
                direction == null || !OPPOSITE.containsKey(direction)
                        ? null
                        : again(words, last.intent(), slots.withDirection(OPPOSITE.get(direction)));
            default -> null;
        };
    }

    /** What is done by so much each time, and can be undone. */
    private static boolean canRepeat(Understanding last) {
        boolean relative = !"to".equals(last.slots().reference());
        return switch (last.intent()) {
            case CLIMB, DESCEND, MOVE, TURN -> relative;
            case PHOTO -> true;
            default -> false;
        };
    }

    private static Understanding again(String words, Intent intent, Slots slots) {
        return new Understanding(words, intent, slots, 1, Understanding.Route.CONTEXT);
    }

    private static String plain(String words) {
        return words.strip().toLowerCase(Locale.ROOT).replaceAll("[.,!?]", "");
    }
}
