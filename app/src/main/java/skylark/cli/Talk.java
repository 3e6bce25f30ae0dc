package skylark.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.dialog.InContext;
import skylark.dialog.Outcome;
import skylark.domain.TurnResult;
import skylark.domain.Understanding;
import skylark.domain.VehicleState;
import skylark.gate.Gate;

/**
 * Conversations in text: words in, results out, in the time that the caller tells. Belongs to one thread.
 *
 * <p>Nothing is sent: what a vehicle would be told stands in the result.
 */
final class Talk {
    private final Settings settings;
    private final Brain brain;
    private final InContext understanding;
    private final Gate gate;
    private final DoubleFunction<String> numberWords;
    private final LongSupplier nanoClock;
    private final VehicleState preset;
    private final Map<String, Conversation> conversations = new HashMap<>();

    /**
     * @param nanoClock for the latencies only
     * @param preset the state where none is given
     */
    Talk(Settings settings, Brain brain, LongSupplier nanoClock, VehicleState preset) {
        this.settings = settings;
        this.brain = brain;
        this.understanding = new InContext(brain.understander());
        this.gate = new Gate(settings.safety(), settings.vehicle().lightRelay());
        this.numberWords = brain::numberWords;
        this.nanoClock = nanoClock;
        this.preset = preset;
    }

    /**
     * One turn.
     *
     * @param state null for what the conversation had before, at first the preset
     * @param dialog the conversation's name; null for a fresh one
     * @param dtS seconds since its previous turn
     */
    TurnResult hear(String text, @Nullable VehicleState state, @Nullable String dialog, double dtS) {
        Conversation conversation =
                dialog == null ? new Conversation() : conversations.computeIfAbsent(dialog, name -> new Conversation());
        conversation.nowNs += (long) (dtS * 1e9);
        if (state != null) {
            conversation.state = state;
        }
        return conversation.turn(text);
    }

    private final class Conversation {
        private final Dialogue dialogue = new Dialogue(
                gate,
                settings.safety(),
                settings.audio().callsign(),
                settings.speech().register(),
                numberWords);
        private VehicleState state = preset;
        private long nowNs;

        TurnResult turn(String text) {
            long startNs = nanoClock.getAsLong();
            Understanding heard = understanding.understand(text, dialogue.waiting(text, nowNs));
            Outcome outcome = dialogue.decide(heard, state, nowNs);
            double understandMs = (nanoClock.getAsLong() - startNs) / 1e6;
            dialogue.apply(outcome);
            Brain.Reply reply = brain.reply(outcome.reply());
            Map<String, Double> ms = new HashMap<>(reply.ms());
            ms.put("understand", Math.round(understandMs * 1000) / 1000.0);
            return outcome.result(text, outcome.toneOnly() ? "" : reply.text(), reply.source(), ms);
        }
    }
}
