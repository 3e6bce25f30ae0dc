package skylark.nlg.reply;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The values of a vehicle in words, with their units. */
final class Measures {
    private static final Map<String, String> MODES = Map.of(
            "RTL", "return",
            "SMART_RTL", "smart return",
            "POSHOLD", "position hold",
            "POSCTL", "position",
            "ALTCTL", "altitude",
            "GUIDED_NOGPS", "guided without GPS");
    private static final List<String> COMPASS =
            List.of("north", "north east", "east", "south east", "south", "south west", "west", "north west");
    private static final double KILOMETER_M = 1000;
    private static final int MOST_SENSORS = 3;

    private Measures() {}

    static String distance(Speller speller, double metres) {
        // 999.5 m would be spoken as a thousand meters.
        return Math.round(Math.abs(metres)) >= KILOMETER_M
                ? speller.measure(metres / KILOMETER_M, "kilometer", "kilometers")
                : speller.measure(metres, "meter", "meters");
    }

    static String speed(Speller speller, double mps) {
        return speller.measure(mps, "meter per second", "meters per second");
    }

    static String percent(Speller speller, double percent) {
        return speller.whole(Math.round(percent)) + " percent";
    }

    static String count(Speller speller, long number, String one, String many) {
        return speller.whole(number) + " " + (number == 1 ? one : many);
    }

    /** Up to 100 s in seconds, up to five minutes with tens of seconds, then minutes; never more than there is left. */
    static String duration(Speller speller, double seconds) {
        long whole = (long) Math.floor(Math.max(0, seconds));
        if (whole < 100 && whole % 60 != 0 || whole == 0) {
            return count(speller, whole, "second", "seconds");
        }
        String minutes = count(speller, whole / 60, "minute", "minutes");
        long tens = whole % 60 / 10 * 10;
        return whole < 300 && tens > 0 ? minutes + " " + count(speller, tens, "second", "seconds") : minutes;
    }

    /** The nearest of the eight winds, for a direction in degrees. */
    static String compass(double degrees) {
        int eighth = (int) Math.floor(degrees / 45 + 0.5);
        return COMPASS.get(Math.floorMod(eighth, COMPASS.size()));
    }

    static String mode(String name) {
        String known = MODES.get(name.toUpperCase(Locale.ROOT));
        return known == null ? letters(name, "unknown") : known;
    }

    static String sensors(List<String> failed) {
        List<String> names = failed.stream()
                .limit(MOST_SENSORS)
                .map(name -> letters(name, "sensor"))
                .toList();
        String head = String.join(", ", names.subList(0, names.size() - 1));
        return head.isEmpty() ? names.get(0) : head + " and " + names.get(names.size() - 1);
    }

    /** Only what can be spoken of a name from outside: letters, at most thirty. */
    private static String letters(String name, String otherwise) {
        String words = name.replaceAll("[^A-Za-z]+", " ").strip().toLowerCase(Locale.ROOT);
        String cut = words.substring(0, Math.min(30, words.length())).strip();
        return cut.isEmpty() ? otherwise : cut;
    }
}
