package skylark.audio.voice;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import marytts.exceptions.MaryConfigurationException;
import marytts.fst.FSTLookup;
import marytts.modules.phonemiser.AllophoneSet;
import marytts.modules.phonemiser.TrainedLTS;
import org.jspecify.annotations.Nullable;

/** Words to phones, by the lexicon and, for words it lacks, by letter-to-sound rules. Safe for several threads. */
final class Pronouncer {
    private static final String LEXICON = "/marytts/language/en_US/lexicon/";
    private static final int REMEMBERED = 4096;
    /** Words of the field that the rules get wrong, in words of the lexicon. */
    private static final Map<String, List<String>> COMPOUNDS = Map.of(
            "waypoint", List.of("way", "point"),
            "waypoints", List.of("way", "points"),
            "geofence", List.of("geo", "fence"),
            "gimbal", List.of("gimble"),
            "failsafe", List.of("fail", "safe"),
            "autopilot", List.of("auto", "pilot"),
            "skylark", List.of("sky", "lark"),
            "airspeed", List.of("air", "speed"),
            "groundspeed", List.of("ground", "speed"));

    private final AllophoneSet allophones;
    private final FSTLookup lexicon;
    private final TrainedLTS rules;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Pronouncer() throws IOException, MaryConfigurationException {
        try (InputStream set = resource("allophones.en_US.xml");
                InputStream fst = resource("cmudict.fst");
                InputStream lts = resource("cmudict.lts")) {
            allophones = AllophoneSet.getAllophoneSet(set, "en_US");
            lexicon = new FSTLookup(fst, "cmudict");
            rules = new TrainedLTS(allophones, lts, true);
        }
    }

    AllophoneSet allophones() {
        return allophones;
    }

    /**
     * @param word lower-case
     * @return phones separated by spaces, syllables by {@code -}, stress before a syllable; empty if there is nothing to say
     */
    String phones(String word) {
        String phones = known.get(word);
        if (phones == null) {
            if (known.size() >= REMEMBERED) {
                known.clear();
            }
            phones = pronounce(word);
            known.put(word, phones);
        }
        return phones;
    }

    private String pronounce(String word) {
        List<String> parts = COMPOUNDS.get(word);
        if (parts == null) {
            return simple(word);
        }
        var phones = new StringBuilder();
        for (String part : parts) {
            String more = simple(part);
            phones.append(phones.isEmpty() ? more : " - " + more.replace('\'', ','));
        }
        return phones.toString();
    }

    private String simple(String word) {
        String found = lookup(word);
        if (found == null) {
            found = lookup(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return found == null ? byRule(word) : found;
    }

    private @Nullable String lookup(String word) {
        String[] entries = lexicon.lookup(word);
        return entries.length == 0 ? null : entries[0];
    }

    private String byRule(String word) {
        String phones = rules.predictPronunciation(word).trim();
        if (phones.isEmpty()) {
            return "";
        }
        try {
            return rules.syllabify(phones);
        } catch (IllegalArgumentException e) {
            // No vowel: the rules made nothing that can be a syllable.
            return "";
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = AllophoneSet.class.getResourceAsStream(LEXICON + name);
        if (in == null) {
            throw new IOException(LEXICON + name + " is not on the class path, expected it in marytts-lang-en");
        }
        return in;
    }
}
