package skylark.audio.hear;

import java.util.Map;
import java.util.regex.Pattern;

/** Words of the domain that the model writes otherwise: into the phrase list one way, out of what was heard the other. */
final class Spelling {
    private static final Map<String, String> HEARD_AS = Map.of(
            "waypoint", "way point",
            "waypoints", "way points",
            "metre", "meter",
            "metres", "meters",
            "callsign", "call sign",
            "geofence", "geo fence");

    /** "metres" said as it is written, after a number: no drone counts motors. */
    private static final Pattern COUNTED_MOTORS = Pattern.compile(
            "\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven"
                    + "|twelve|\\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|few) (motors|matters)\\b");

    private Spelling() {}

    /** As the model writes it. */
    static String toModel(String phrase) {
        StringBuilder out = new StringBuilder();
        for (String word : phrase.split(" ", -1)) {
            out.append(out.isEmpty() ? "" : " ").append(HEARD_AS.getOrDefault(word, word));
        }
        return out.toString();
    }

    /** As the domain writes it. */
    static String toDomain(String heard) {
        String padded = " " + COUNTED_MOTORS.matcher(heard).replaceAll("$1 metres") + " ";
        for (Map.Entry<String, String> entry : HEARD_AS.entrySet()) {
            String from = " " + entry.getValue() + " ";
            // Neighbours share the blank between them, so one pass takes every second one.
            while (padded.contains(from)) {
                padded = padded.replace(from, " " + entry.getKey() + " ");
            }
        }
        return padded.substring(1, Math.max(1, padded.length() - 1));
    }
}
