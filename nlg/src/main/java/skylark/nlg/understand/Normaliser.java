package skylark.nlg.understand;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes words uniform: lower case, plain letters and digits, one spelling. Bounded: of a long text only the beginning is
 * looked at, and it comes out without words, as does text in another script. Immutable.
 */
final class Normaliser {
    /** Nobody gives an order this long; what follows is not looked at. */
    static final int MAX_CHARS = 400;

    private static final int MAX_WORDS = 60;
    private static final int LONGEST_COMPOUND = 3;
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u0060\u00B4]");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern FOREIGN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}\\b)");
    private static final Pattern MINUS = Pattern.compile("(?<![a-z0-9])[-\u2212](?=\\d)");
    private static final Pattern LOOSE_POINT = Pattern.compile("(?<!\\d)\\.|\\.(?!\\d)");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9'. ]+");
    private static final Pattern DIGIT_EDGE = Pattern.compile("(?<=\\d)(?=[a-z])");

    private final Map<String, List<String>> spellings = new HashMap<>();
    private final Set<String> fillers;

    Normaliser(Set<String> fillers) {
        this.fillers = Set.copyOf(fillers);
        for (String line : TextTable.lines("spelling.txt")) {
            String[] sides = line.split(" = ", 2);
            spellings.put(sides[0], List.of(sides[1].split(" ")));
        }
    }

    Utterance normalise(String text) {
        boolean tooLong = text.length() > MAX_CHARS;
        String head = tooLong ? text.substring(0, MAX_CHARS) : text;
        String plain = Normalizer.normalize(APOSTROPHES.matcher(head).replaceAll("'"), Normalizer.Form.NFKD);
        boolean foreign = FOREIGN.matcher(plain).find();
        List<String> heard = words(MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT));
        boolean unreadable = tooLong || foreign || heard.size() > MAX_WORDS;
        return new Utterance(String.join(" ", heard), unreadable ? List.of() : read(heard));
    }

    private static List<String> words(String lower) {
        String s = lower.replace("m/s", " mps ").replace("km/h", " kph ").replace("%", " percent ");
        s = s.replace("\u00B0", " degrees ").replace("\u00BA", " degrees ");
        s = THOUSANDS.matcher(s).replaceAll("");
        s = MINUS.matcher(s).replaceAll("minus ");
        s = LOOSE_POINT.matcher(s).replaceAll(" ");
        s = DIGIT_EDGE.matcher(OTHER.matcher(s).replaceAll(" ")).replaceAll(" ");
        List<String> words = new ArrayList<>();
        for (String word : s.split(" +")) {
            String bare = trimApostrophes(word);
            if (!bare.isEmpty()) {
                words.add(bare);
            }
        }
        return words;
    }

    private static String trimApostrophes(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && word.charAt(from) == '\'') {
            from++;
        }
        while (to > from && word.charAt(to - 1) == '\'') {
            to--;
        }
        return word.substring(from, to);
    }

    private List<String> read(List<String> heard) {
        List<String> out = new ArrayList<>(heard.size() + 4);
        for (int at = 0; at < heard.size(); ) {
            at += spell(heard, at, out);
        }
        List<String> kept = new ArrayList<>(out);
        kept.removeAll(fillers);
        return kept.isEmpty() ? out : kept;
    }

    /** Adds the reading of what stands at {@code at}; how many heard words that took. */
    private int spell(List<String> heard, int at, List<String> out) {
        for (int n = Math.min(LONGEST_COMPOUND, heard.size() - at); n >= 1; n--) {
            String form = n == 1 ? heard.get(at) : String.join(" ", heard.subList(at, at + n));
            List<String> reading = spellings.get(form);
            if (reading != null) {
                out.addAll(reading);
                return n;
            }
        }
        out.add(heard.get(at));
        return 1;
    }

    /** All words that this table writes; for tests. */
    Set<String> spelled() {
        return new HashSet<>(spellings.keySet());
    }
}
