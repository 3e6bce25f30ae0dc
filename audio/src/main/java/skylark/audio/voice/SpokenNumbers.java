package skylark.audio.voice;

/** Digits as English words, for text that was not spelled out before it came here. */
final class SpokenNumbers {
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
    private static final int LONGEST_CARDINAL = 6;

    private SpokenNumbers() {}

    /**
     * @param number ASCII digits with at most one point inside
     * @return words separated by spaces; long numbers and those with leading zeros digit by digit
     */
    static String words(String number) {
        int point = number.indexOf('.');
        if (point < 0) {
            return whole(number);
        }
        return whole(number.substring(0, point)) + " point " + digitByDigit(number.substring(point + 1));
    }

    private static String whole(String digits) {
        if (digits.length() > LONGEST_CARDINAL || (digits.length() > 1 && digits.charAt(0) == '0')) {
            return digitByDigit(digits);
        }
        var words = new StringBuilder();
        cardinal(Integer.parseInt(digits), words);
        return words.toString();
    }

    private static void cardinal(int value, StringBuilder words) {
        if (value >= 1000) {
            cardinal(value / 1000, words);
            words.append(" thousand");
            rest(value % 1000, words);
        } else if (value >= 100) {
            words.append(SMALL[value / 100]).append(" hundred");
            rest(value % 100, words);
        } else if (value >= 20) {
            words.append(TENS[value / 10]);
            rest(value % 10, words);
        } else {
            words.append(SMALL[value]);
        }
    }

    private static void rest(int value, StringBuilder words) {
        if (value > 0) {
            words.append(' ');
            cardinal(value, words);
        }
    }

    private static String digitByDigit(String digits) {
        var words = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            words.append(i == 0 ? "" : " ").append(SMALL[digits.charAt(i) - '0']);
        }
        return words.toString();
    }
}
