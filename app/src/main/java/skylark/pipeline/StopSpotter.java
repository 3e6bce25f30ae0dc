package skylark.pipeline;

import java.util.List;
import java.util.Set;

/**
 * Spots "stop" in words that are still being said: a stop word, before which nothing else is said than names and courtesy,
 * and which does not go on into something that is to be stopped other than the vehicle. Knows neither grammar nor model,
 * and no silence. What it does not spot, understanding still may, a little later. Belongs to one thread.
 *
 * <pre>
 * "skylark stop"            holds after 128 ms, once there is silence; after 0.4 s even if not
 * "stop right there"        holds after 128 ms
 * "stop the ..."            holds after 0.4 s
 * "stop the recording"      is no stop; nor are "don't stop", "when do we stop", "he said stop"
 * </pre>
 */
final class StopSpotter {
    /** So long the word must stay, for a recogniser changes its mind. */
    static final int PATIENCE_FRAMES = 4;
    /** So long it is given while somebody speaks on: it may be "stop recording". */
    static final int LONGEST_FRAMES = 12;

    private static final Set<String> STOP_WORDS = Set.of("stop", "halt", "freeze", "abort", "whoa", "woah");

    private static final Set<String> BEFORE = Set.of(
            "skylark",
            "sky",
            "lark",
            "drone",
            "okay",
            "ok",
            "hey",
            "oh",
            "no",
            "now",
            "please",
            "just",
            "wait",
            "hold",
            "on",
            "everybody",
            "everyone",
            "all",
            "right",
            "alright",
            "quick",
            "quickly",
            "and",
            "emergency");

    /** What may be stopped while the vehicle goes on. */
    private static final List<List<String>> HARMLESS = List.of(
            List.of("recording"),
            List.of("filming"),
            List.of("taping"),
            List.of("talking"),
            List.of("speaking"),
            List.of("chatting"),
            List.of("announcing"),
            List.of("reporting"),
            List.of("telling"),
            List.of("the", "recording"),
            List.of("the", "video"),
            List.of("the", "film"),
            List.of("the", "filming"),
            List.of("the", "camera"),
            List.of("the", "talking"),
            List.of("the", "chatter"),
            List.of("that", "recording"),
            List.of("that", "video"),
            List.of("your", "recording"),
            List.of("your", "talking"),
            List.of("your", "chatter"),
            List.of("taking", "video"),
            List.of("video"));

    private enum Heard {
        NO_STOP,
        /** "Stop" is the last word. */
        STOP_SO_FAR,
        /** So may begin what is harmless. */
        PERHAPS,
        /** It has gone on otherwise. */
        STOP
    }

    private Heard heard = Heard.NO_STOP;
    private long sinceFrame;
    private boolean fired;

    /** A turn begins. */
    void begin() {
        heard = Heard.NO_STOP;
        fired = false;
    }

    /** The words of the turn so far are these. */
    void words(String words, long frame) {
        Heard before = heard;
        heard = look(words.split(" ", -1));
        if (before == Heard.NO_STOP) {
            sinceFrame = frame;
        }
    }

    /**
     * Whether the vehicle is to hold now; once a turn. To be asked for every frame.
     *
     * @param silent whether nobody spoke in it
     */
    boolean stopsAt(long frame, boolean silent) {
        boolean open = heard == Heard.PERHAPS || (heard == Heard.STOP_SO_FAR && !silent);
        if (fired || heard == Heard.NO_STOP || frame - sinceFrame < (open ? LONGEST_FRAMES : PATIENCE_FRAMES)) {
            return false;
        }
        fired = true;
        return true;
    }

    private static Heard look(String[] words) {
        int at = 0;
        while (at < words.length && BEFORE.contains(words[at])) {
            at++;
        }
        if (at == words.length || !STOP_WORDS.contains(words[at])) {
            return Heard.NO_STOP;
        }
        Heard heard = at + 1 == words.length ? Heard.STOP_SO_FAR : Heard.STOP;
        for (List<String> harmless : HARMLESS) {
            int same = same(words, at + 1, harmless);
            if (same == harmless.size()) {
                return Heard.NO_STOP;
            }
            if (same > 0 && at + 1 + same == words.length) {
                heard = Heard.PERHAPS;
            }
        }
        return heard;
    }

    /** How many words of {@code harmless} stand at {@code from}. */
    private static int same(String[] words, int from, List<String> harmless) {
        int same = 0;
        while (same < harmless.size()
                && from + same < words.length
                && harmless.get(same).equals(words[from + same])) {
            same++;
        }
        return same;
    }
}
