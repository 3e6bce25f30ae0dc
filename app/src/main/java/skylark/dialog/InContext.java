package skylark.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.nlg.understand.Understander;

/**
 * Understands fragments by what was asked: after "climb" and "how many meters", the words "ten meters" are "climb ten
 * meters". Belongs to the understander's thread.
 */
public final class InContext {
    private static final Map<Intent, String> STEMS = Map.ofEntries(
            Map.entry(Intent.CLIMB, "climb"),
            Map.entry(Intent.DESCEND, "descend"),
            Map.entry(Intent.MOVE, "move"),
            Map.entry(Intent.TURN, "turn"),
            Map.entry(Intent.FACE, "face"),
            Map.entry(Intent.SET_SPEED, "set speed to"),
            Map.entry(Intent.GOTO_WAYPOINT, "go to waypoint"),
            Map.entry(Intent.VIDEO, "recording"),
            Map.entry(Intent.LIGHT, "lights"),
            Map.entry(Intent.GIMBAL, "look"),
            Map.entry(Intent.VOLUME, "volume"),
            Map.entry(Intent.VERBOSITY, "reports"));

    private final Understander understander;

    public InContext(Understander understander) {
        this.understander = understander;
    }

    /**
     * What {@code words} mean now.
     *
     * @param open what was understood of the command that waits for a slot; see {@link Dialogue#waiting}
     */
    public Understanding understand(String words, Optional<Understanding> open) {
        Understanding alone = understander.understand(words);
        if (alone.intent() == Intent.OUT_OF_SCOPE && Corrections.isBare(words)) {
            return new Understanding(alone.text(), Intent.DENY, Slots.NONE, 1, Understanding.Route.CONTEXT);
        }
        return open.flatMap(waiting -> FollowUp.meaning(words, waiting)
                        .or(() -> needsContext(words, alone, waiting)
                                ? completed(words, alone, waiting)
                                : Optional.empty()))
                .orElse(alone);
    }

    private static boolean needsContext(String words, Understanding alone, Understanding waiting) {
        boolean saidAnew = alone.intent() == Intent.DENY && Corrections.begin(words);
        return saidAnew
                || alone.intent() == Intent.OUT_OF_SCOPE
                || alone.intent() == waiting.intent()
                || alone.intent().isCommand() && !alone.complete();
    }

    private Optional<Understanding> completed(String words, Understanding alone, Understanding waiting) {
        if (alone.intent() == waiting.intent()) {
            return Optional.of(merged(waiting, alone, alone));
        }
        String fragment = FollowUp.value(Corrections.without(words));
        for (String whole : fragment.isEmpty() ? List.<String>of() : attempts(fragment, waiting)) {
            Understanding together = understander.understand(whole);
            if (together.intent() == waiting.intent()
                    && !together.slots().present().isEmpty()) {
                return Optional.of(merged(waiting, together, alone));
            }
        }
        return Optional.empty();
    }

    /** The fragment as a whole command: with the verb, with what is known already, and with a unit. */
    private static List<String> attempts(String fragment, Understanding waiting) {
        String stem = STEMS.get(waiting.intent());
        if (stem == null) {
            return List.of();
        }
        List<String> attempts = new ArrayList<>();
        attempts.add(stem + " " + fragment);
        String direction = waiting.slots().direction();
        if (direction != null) {
            String unit = waiting.intent() == Intent.TURN ? " degrees" : " meters";
            attempts.add(stem + " " + direction + " " + fragment);
            attempts.add(stem + " " + direction + " " + fragment + unit);
        }
        return attempts;
    }

    private static Understanding merged(Understanding waiting, Understanding added, Understanding alone) {
        Slots a = added.slots();
        Slots w = waiting.slots();
        Slots slots = new Slots(
                a.metres() != null ? a.metres() : w.metres(),
                a.degrees() != null ? a.degrees() : w.degrees(),
                a.mps() != null ? a.mps() : w.mps(),
                a.waypoint() != null ? a.waypoint() : w.waypoint(),
                a.direction() != null ? a.direction() : w.direction(),
                a.reference() != null ? a.reference() : w.reference(),
                a.level() != null ? a.level() : w.level(),
                a.state() != null ? a.state() : w.state(),
                a.what() != null ? a.what() : w.what());
        double confidence = Math.min(waiting.confidence(), added.confidence());
        return new Understanding(alone.text(), waiting.intent(), slots, confidence, Understanding.Route.CONTEXT);
    }
}
