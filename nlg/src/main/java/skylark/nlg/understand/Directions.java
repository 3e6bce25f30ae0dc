package skylark.nlg.understand;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Direction words by what they are said of; the last one in the words counts. Stateless. */
final class Directions {
    private static final Map<String, String> SIDE = Map.ofEntries(
            Map.entry("left", "left"),
            Map.entry("leftward", "left"),
            Map.entry("leftwards", "left"),
            Map.entry("port", "left"),
            Map.entry("counterclockwise", "left"),
            Map.entry("anticlockwise", "left"),
            Map.entry("right", "right"),
            Map.entry("rightward", "right"),
            Map.entry("rightwards", "right"),
            Map.entry("starboard", "right"),
            Map.entry("clockwise", "right"));
    private static final Map<String, String> COMPASS = Map.of(
            "north",
            "north",
            "south",
            "south",
            "east",
            "east",
            "west",
            "west",
            "northward",
            "north",
            "southward",
            "south",
            "eastward",
            "east",
            "westward",
            "west");
    private static final Map<String, String> AHEAD = Map.ofEntries(
            Map.entry("forward", "forward"),
            Map.entry("forwards", "forward"),
            Map.entry("ahead", "forward"),
            Map.entry("closer", "forward"),
            Map.entry("onward", "forward"),
            Map.entry("straight", "forward"),
            Map.entry("back", "back"),
            Map.entry("backward", "back"),
            Map.entry("backwards", "back"),
            Map.entry("reverse", "back"),
            Map.entry("away", "back"),
            Map.entry("rear", "back"),
            Map.entry("up", "up"),
            Map.entry("down", "down"));
    private static final Map<String, String> TILT = Map.ofEntries(
            Map.entry("up", "up"),
            Map.entry("upward", "up"),
            Map.entry("upwards", "up"),
            Map.entry("sky", "up"),
            Map.entry("above", "up"),
            Map.entry("raise", "up"),
            Map.entry("higher", "up"),
            Map.entry("down", "down"),
            Map.entry("downward", "down"),
            Map.entry("downwards", "down"),
            Map.entry("ground", "down"),
            Map.entry("below", "down"),
            Map.entry("beneath", "down"),
            Map.entry("underneath", "down"),
            Map.entry("under", "down"),
            Map.entry("lower", "down"),
            Map.entry("forward", "forward"),
            Map.entry("forwards", "forward"),
            Map.entry("ahead", "forward"),
            Map.entry("horizon", "forward"),
            Map.entry("front", "forward"),
            Map.entry("center", "forward"),
            Map.entry("level", "forward"),
            Map.entry("straighten", "forward"),
            Map.entry("recenter", "forward"),
            Map.entry("neutral", "forward"),
            Map.entry("middle", "forward"),
            Map.entry("reset", "forward"),
            Map.entry("floor", "down"),
            Map.entry("bottom", "down"),
            Map.entry("nadir", "down"),
            Map.entry("drop", "down"),
            Map.entry("clouds", "up"),
            Map.entry("skyward", "up"),
            Map.entry("overhead", "up"),
            Map.entry("lift", "up"));
    private static final Map<String, String> LOUDNESS = Map.ofEntries(
            Map.entry("up", "up"),
            Map.entry("louder", "up"),
            Map.entry("increase", "up"),
            Map.entry("raise", "up"),
            Map.entry("hear", "up"),
            Map.entry("soft", "up"),
            Map.entry("quiet", "up"),
            Map.entry("more", "up"),
            Map.entry("down", "down"),
            Map.entry("quieter", "down"),
            Map.entry("softer", "down"),
            Map.entry("lower", "down"),
            Map.entry("loud", "down"),
            Map.entry("reduce", "down"),
            Map.entry("less", "down"),
            Map.entry("decrease", "down"),
            Map.entry("quietly", "down"),
            Map.entry("softly", "down"),
            Map.entry("shout", "down"),
            Map.entry("shouting", "down"),
            Map.entry("yelling", "down"),
            Map.entry("screaming", "down"),
            Map.entry("cut", "down"),
            Map.entry("boost", "up"),
            Map.entry("higher", "up"),
            Map.entry("low", "up"),
            Map.entry("understand", "up"),
            Map.entry("audible", "up"));

    private Directions() {}

    static @Nullable String side(List<String> words) {
        return last(words, SIDE);
    }

    static @Nullable String compass(List<String> words) {
        return last(words, COMPASS);
    }

    /** Where to tilt; "straight" alone is forward. */
    static @Nullable String tilt(List<String> words) {
        String tilt = last(words, TILT);
        return tilt == null && words.contains("straight") ? "forward" : tilt;
    }

    static @Nullable String loudness(List<String> words) {
        return last(words, LOUDNESS);
    }

    /** A direction to fly in: a side or a point of the compass, else ahead, back, up or down. */
    static @Nullable String level(List<String> words) {
        String side = last(words, SIDE);
        String compass = side == null ? last(words, COMPASS) : side;
        return compass == null ? last(words, AHEAD) : compass;
    }

    private static @Nullable String last(List<String> words, Map<String, String> meanings) {
        String found = null;
        for (String word : words) {
            found = meanings.getOrDefault(word, found);
        }
        return found;
    }
}
