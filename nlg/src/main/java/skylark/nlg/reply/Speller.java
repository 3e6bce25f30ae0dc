package skylark.nlg.reply;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in words: American counting, one decimal at most, bearings in three digits. */
public final class Speller {
    private static final String[] SMALL = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    private static final double WHOLE_FROM = 10;
    private static final Pattern DIGIT = Pattern.compile(" ?([0-9]) ?");

    private final SpeechProfile profile;

    public Speller(SpeechProfile profile) {
        this.profile = profile;
    }

    /** A whole number: "minus one hundred twenty". */
    public String whole(long number) {
        return number < 0 ? "minus " + positive(-number) : positive(number);
    }

    /** A number with one decimal below ten, none above: "three point two", "twelve". */
    public String number(double number) {
        double size = Math.abs(number);
        long tenths = Math.round(size * 10);
        if (tenths >= WHOLE_FROM * 10) {
            return signed(number, Math.round(size), positive(Math.round(size)));
        }
        String fraction = tenths % 10 == 0 ? "" : " point " + positive(tenths % 10);
        return signed(number, tenths, positive(tenths / 10) + fraction);
    }

    /** A number with its unit in the right number: "one meter", "three point two meters". */
    public String measure(double number, String unit, String units) {
        String words = number(number);
        return words + " " + (words.equals(positive(1)) ? unit : units);
    }

    /** A bearing in three digits, north as three six zero: "two seven zero". */
    public String bearing(double degrees) {
        long rounded = Math.floorMod(Math.round(degrees), 360L);
        StringJoiner digits = new StringJoiner(" ");
        for (char digit :
                String.format(Locale.ROOT, "%03d", rounded == 0 ? 360 : rounded).toCharArray()) {
            digits.add(positive(digit - '0'));
        }
        return digits.toString();
    }

    /** A text with its digits spelled one by one: "battery 2 low" becomes "battery two low". */
    public String inText(String text) {
        Matcher digits = DIGIT.matcher(text);
        return digits.replaceAll(digit -> " " + positive(digit.group(1).charAt(0) - '0') + " ")
                .replace("  ", " ")
                .strip();
    }

    private static String signed(double number, long rounded, String words) {
        return number < 0 && rounded != 0 ? "minus " + words : words;
    }

    private String positive(long number) {
        if (number < SMALL.length) {
            return onRadio(SMALL[(int) number]);
        }
        if (number < 100) {
            return joined(TENS[(int) (number / 10)], number % 10);
        }
        if (number < 1_000) {
            return joined(positive(number / 100) + " hundred", number % 100);
        }
        return number < 1_000_000
                ? joined(positive(number / 1_000) + " thousand", number % 1_000)
                : joined(positive(number / 1_000_000) + " million", number % 1_000_000);
    }

    private String joined(String head, long rest) {
        return rest == 0 ? head : head + " " + positive(rest);
    }

    private String onRadio(String word) {
        if (profile == SpeechProfile.PLAIN) {
            return word;
        }
        return switch (word) {
            case "three" -> "tree";
            case "five" -> "fife";
            case "nine" -> "niner";
            default -> word;
        };
    }
}
