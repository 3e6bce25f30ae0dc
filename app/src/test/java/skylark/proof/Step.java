package skylark.proof;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

/**
 * One turn of the operator with all that happens around it. It needs no other step, so that any may be left out.
 *
 * @param gapMs from the last commit to this one
 * @param answered the vehicle answers whatever it was sent before, ahead of the turn
 * @param announced priority of what the drone says by itself between commit and action; -1 for nothing
 * @param heardIn the vehicle when the words are committed
 * @param actMs from the commit to the moment of acting
 * @param actIn the vehicle at that moment
 */
public record Step(
        long gapMs,
        boolean answered,
        Words words,
        double snrDb,
        Ending ending,
        int announced,
        VehicleState heardIn,
        long actMs,
        VehicleState actIn) {

    /** In place of words: the phrase of the challenge that is open. */
    public static final String THE_PHRASE = "<the phrase>";

    /**
     * What is said.
     *
     * @param intent what understanding makes of it; null when the grammar is asked
     * @param harmless words that mention a command and are none
     */
    public record Words(String text, @Nullable Intent intent, Slots slots, double confidence, boolean harmless) {}

    /** How the turn goes on after its commit. */
    public enum Ending {
        ACTION,
        /** The end is reported twice. */
        ACTION_TWICE,
        /** The commit is taken back, the same is said again, and then done. */
        RESUMED,
        /** The commit is taken back, and nothing more is heard. */
        WITHDRAWN,
        /** Hearing is replaced in the middle of the turn. */
        LOST
    }

    @Override
    public String toString() {
        String meaning = words.intent() == null
                ? "as the grammar has it"
                : words.intent().wireName() + shown(words.slots()) + " confidence " + words.confidence();
        return String.format(
                Locale.ROOT,
                "after %d ms%s: \"%s\" (%s), %.1f dB, %s after %d ms%s%n      heard in %s%n      acted in %s",
                gapMs,
                answered ? ", all answered" : "",
                words.text(),
                meaning,
                snrDb,
                ending,
                actMs,
                announced < 0 ? "" : ", announcement P" + announced + " between",
                shown(heardIn),
                actIn.equals(heardIn) ? "the same" : shown(actIn));
    }

    private static String shown(Record values) {
        return values.toString().replaceAll("\\w+=null(, )?", "").replaceAll(", ]", "]");
    }
}
