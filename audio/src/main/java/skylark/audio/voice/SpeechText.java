package skylark.audio.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to sentences of words: numbers and signs spelled out, abbreviations letter by letter, what cannot be spoken left
 * out. Long sentences are cut, so that the first sound never waits for more than {@link #MAX_WORDS} words.
 */
final class SpeechText {
    static final int MAX_WORDS = 24;

    private static final Pattern TOKEN =
            Pattern.compile("(?<number>[0-9]+(?:\\.[0-9]+)?)|(?<word>\\p{L}+(?:['\u2019]\\p{L}+)*)|(?<mark>[^\\s])");
    private static final Pattern ABBREVIATION =
            Pattern.compile("[B-DF-HJ-NP-TV-Z]{2,5}|[A-Z][0-9]|GPS|ETA|IMU|EKF|UAV|LED|ID|OK");
    private static final Map<Character, String> SIGNS =
            Map.of('%', "percent", '\u00b0', "degrees", '+', "plus", '&', "and", '@', "at", '=', "equals");
    /** Names of the letters, in words the lexicon has. */
    private static final String[] LETTERS = {
        "eh",
        "bee",
        "see",
        "dee",
        "e",
        "eff",
        "gee",
        "aitch",
        "eye",
        "jay",
        "kay",
        "el",
        "em",
        "en",
        "oh",
        "pea",
        "cue",
        "are",
        "ess",
        "tee",
        "you",
        "vee",
        "double you",
        "ex",
        "why",
        "zee"
    };

    private final List<Sentence> sentences = new ArrayList<>();
    private List<Sentence.Word> words = new ArrayList<>();

    private SpeechText() {}

    static List<Sentence> sentences(String text) {
        var speech = new SpeechText();
        speech.read(text);
        speech.finish('.');
        return speech.sentences;
    }

    private void read(String text) {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String number = tokens.group("number");
            String word = tokens.group("word");
            if (number != null) {
                negative(text, tokens.start());
                add(SpokenNumbers.words(number));
            } else if (word != null) {
                add(ABBREVIATION.matcher(word).matches() ? letters(word) : plain(word));
            } else {
                mark(tokens.group("mark").charAt(0));
            }
        }
    }

    private void negative(String text, int at) {
        boolean minus = at > 0 && (text.charAt(at - 1) == '-' || text.charAt(at - 1) == '\u2212');
        if (minus && (at == 1 || Character.isWhitespace(text.charAt(at - 2)))) {
            add("minus");
        }
    }

    private void mark(char mark) {
        switch (mark) {
            case '.', '!', '?' -> finish(mark);
            case ',', ';', ':', '(', ')', '\u2013', '\u2014' -> pause();
            default -> {
                String sign = SIGNS.get(mark);
                if (sign != null) {
                    add(sign);
                }
            }
        }
    }

    private void add(String spoken) {
        for (String word : spoken.split(" ")) {
            if (words.size() >= MAX_WORDS) {
                finish(',');
            }
            if (!word.isEmpty()) {
                words.add(new Sentence.Word(word, false));
            }
        }
    }

    private void pause() {
        if (!words.isEmpty()) {
            Sentence.Word last = words.remove(words.size() - 1);
            words.add(new Sentence.Word(last.text(), true));
        }
    }

    private void finish(char end) {
        if (!words.isEmpty()) {
            char how = end == '.' && words.get(words.size() - 1).phraseEnd() ? ',' : end;
            sentences.add(new Sentence(List.copyOf(words), how));
            words = new ArrayList<>();
        }
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    }

    private static String letters(String word) {
        var names = new StringBuilder();
        for (char letter : word.toCharArray()) {
            names.append(names.isEmpty() ? "" : " ").append(LETTERS[letter - 'A']);
        }
        return names.toString();
    }
}
