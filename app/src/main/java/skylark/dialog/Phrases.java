package skylark.dialog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what was said with a challenge's own words. */
final class Phrases {
    /** Words that change nothing; "no" and its kind are not among them. */
    private static final Set<String> COURTESY = Set.of(
            "please",
            "thanks",
            "thank",
            "you",
            "okay",
            "ok",
            "yes",
            "yeah",
            "affirm",
            "affirmative",
            "roger",
            "uh",
            "um",
            "skylark");

    private final Set<String> callsign;

    /** @param callsign the words that the drone answers to */
    Phrases(String callsign) {
        this.callsign = Set.copyOf(Arrays.asList(callsign.split(" ")));
    }

    /** Whether {@code words} are {@code phrase}, courtesy aside. Compounds may be written in two words. */
    boolean isExactly(String phrase, String words) {
        return spoken(words, phrase).equals(phrase);
    }

    /** The words but for courtesy; what belongs to the phrase is none, though the callsign has it too. */
    private String spoken(String words, String phrase) {
        Set<String> wanted = Set.of(phrase.split(" "));
        String letters = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9' ]", " ");
        return Arrays.stream(letters.strip().split("\\s+"))
                .filter(word -> wanted.contains(word) || !COURTESY.contains(word) && !callsign.contains(word))
                .collect(Collectors.joining(" "))
                .replace("take off", "takeoff")
                .replace("way point", "waypoint");
    }
}
