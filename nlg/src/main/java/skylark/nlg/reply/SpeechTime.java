package skylark.nlg.reply;

import java.util.regex.Pattern;

/**
 * How long words take to say, and how long they may take: an operator waits 2.5 s for a reply and 4.5 s for a challenge
 * or a status report. What takes somewhat longer is said faster; what still does is too long.
 */
public final class SpeechTime {
    private static final double REPLY_S = 2.5;
    private static final double REPORT_S = 4.5;

    /** How much faster a reply may be said: our recogniser makes a tenth more errors then. */
    private static final double HURRIED = 1.35;

    /** The estimate is off by a tenth. */
    private static final double SURELY_ENOUGH = 0.85;

    // Fitted to cmu-slt-hsmm over 613 replies; the error is 0.15 s, root mean square.
    private static final double LETTER_S = 0.0654;
    private static final double MARK_S = 0.163;
    private static final double SENTENCE_S = 0.16;
    private static final double ACRONYM_S = 0.49;
    private static final Pattern ACRONYM = Pattern.compile("\\b[A-Z]{2,}\\b");
    private static final Pattern MARK = Pattern.compile("[,:;](?: |$)");
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!](?: |$)");

    private SpeechTime() {}

    /** Estimated, at the voice's own pace. */
    public static double seconds(String words) {
        long letters = words.chars().filter(Character::isLetter).count();
        return LETTER_S * letters
                + ACRONYM_S * ACRONYM.matcher(words).results().count()
                + MARK_S * MARK.matcher(words).results().count()
                + SENTENCE_S * SENTENCE_END.matcher(words).results().count();
    }

    /** How long this reply may take. What is repeated on request takes as long as it takes. */
    public static double limitS(ReplyRequest request) {
        String topic = request.topic();
        if (topic.equals("query.missed")) {
            return Double.POSITIVE_INFINITY;
        }
        boolean isReport = request.act() == Act.CHALLENGE || topic.equals("query.status") || topic.equals("help");
        return isReport ? REPORT_S : REPLY_S;
    }

    /**
     * What one clause may take of the time there is for all; infinite where there is surely enough.
     *
     * @param words all of the reply
     */
    public static double shareS(String clause, String words, ReplyRequest request) {
        double whole = seconds(words);
        double limit = limitS(request);
        return whole <= SURELY_ENOUGH * limit ? Double.POSITIVE_INFINITY : limit * seconds(clause) / whole;
    }

    /** Whether the words are too long even for a hurried voice. */
    public static boolean isTooLong(String words, ReplyRequest request) {
        return seconds(words) > HURRIED * limitS(request);
    }
}
