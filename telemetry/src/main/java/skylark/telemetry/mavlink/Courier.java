package skylark.telemetry.mavlink;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.Outcomes;
import skylark.telemetry.vehicle.VehicleEvent;

/**
 * Carries commands to the vehicle, one at a time, and its answers back. "Stop" waits for nobody: what is under way or
 * waiting is given up for it. Owned by the link's thread.
 */
final class Courier {
    private static final int MOST_WAITING = 16;
    private static final long REASON_BEFORE_NS = 200_000_000;
    /** How long a copy of an acknowledgement may wander about that the next one could be mistaken for. */
    private static final long QUIET_NS = 50_000_000;

    private static final long QUIET_AFTER_RETRY_NS = 700_000_000;

    private final Autopilot autopilot;
    private final Consumer<VehicleEvent> events;
    private final Outcomes outcomes;
    private final ArrayDeque<Order> waiting = new ArrayDeque<>();
    private @Nullable Delivery delivery;
    private @Nullable String lastReason;
    private long lastReasonNs;
    private int lastCommand;
    private long quietUntilNs = Long.MIN_VALUE;

    /** A command with its number. */
    record Order(long ticket, VehicleCommand command) {}

    /** The vehicle as the courier sees it. */
    interface Autopilot {
        VehicleState state();

        Plan plan(VehicleCommand command) throws Plan.Unable;

        /** Addresses and sends a command. */
        void send(Message message);
    }

    Courier(Autopilot autopilot, Consumer<VehicleEvent> events) {
        this.autopilot = autopilot;
        this.events = events;
        this.outcomes = new Outcomes(events);
    }

    void take(Order order, long nowNs) {
        if (isStop(order.command)) {
            giveUpAll(nowNs);
        }
        if (waiting.size() >= MOST_WAITING) {
            answer(order, AckResult.TEMPORARILY_REJECTED, "too many commands are waiting");
        } else {
            waiting.addLast(order);
        }
        next(nowNs);
    }

    private static boolean isStop(VehicleCommand command) {
        return switch (command.name()) {
            case "DO_PAUSE_CONTINUE" ->
                "0".equals(String.valueOf(command.params().get("continue")));
            case "DO_SET_MODE" -> "BRAKE".equals(command.params().get("mode"));
            default -> false;
        };
    }

    private void giveUpAll(long nowNs) {
        Delivery underWay = delivery;
        if (underWay != null) {
            delivery = null;
            quietUntilNs = nowNs;
            answer(underWay.order(), AckResult.FAILED, "overtaken by stop");
        }
        waiting.forEach(order -> answer(order, AckResult.FAILED, "overtaken by stop"));
        waiting.clear();
    }

    /** Nothing is to be said while a command is under way that could be taken for part of it. */
    boolean busy() {
        return delivery != null;
    }

    void tick(long nowNs) {
        Delivery underWay = delivery;
        if (underWay != null) {
            underWay.tick(nowNs, autopilot);
            settle(underWay, nowNs);
        }
        outcomes.look(autopilot.state(), nowNs);
        next(nowNs);
    }

    void acknowledged(Message ack, long nowNs) {
        Delivery underWay = delivery;
        if (underWay != null && ack.whole("command") == underWay.command()) {
            String reason = lastReason != null && nowNs - lastReasonNs <= REASON_BEFORE_NS ? lastReason : "";
            underWay.acknowledged(ack.whole("result"), reason, nowNs, autopilot);
            settle(underWay, nowNs);
            next(nowNs);
        }
    }

    /** A text that may explain a refusal, a little before or after it. */
    void text(int severity, String text, long nowNs) {
        if (severity > 5) {
            return;
        }
        lastReason = text;
        lastReasonNs = nowNs;
        Delivery underWay = delivery;
        if (underWay != null) {
            underWay.explained(text);
            settle(underWay, nowNs);
        }
    }

    private void settle(Delivery underWay, long nowNs) {
        AckResult result = underWay.result();
        if (result == null || delivery != underWay) {
            return;
        }
        delivery = null;
        lastCommand = underWay.command();
        quietUntilNs = nowNs + (underWay.repeated() ? QUIET_AFTER_RETRY_NS : QUIET_NS);
        answer(underWay.order(), result, underWay.reason());
        if (result == AckResult.ACCEPTED) {
            outcomes.accepted(underWay.order().ticket, underWay.order().command, underWay.before(), nowNs);
        }
    }

    private void next(long nowNs) {
        while (delivery == null && !waiting.isEmpty()) {
            Order order = waiting.getFirst();
            try {
                Plan plan = autopilot.plan(order.command);
                boolean mayMistake = plan.steps().get(0).whole("command") == lastCommand;
                if (mayMistake && nowNs < quietUntilNs) {
                    return;
                }
                waiting.removeFirst();
                begin(order, plan, nowNs);
            } catch (Plan.Unable unable) {
                waiting.removeFirst();
                answer(order, unable.result(), unable.reason());
            }
        }
    }

    private void begin(Order order, Plan plan, long nowNs) {
        Delivery fresh = new Delivery(order, plan, autopilot.state());
        delivery = fresh;
        lastReason = null;
        fresh.begin(nowNs, autopilot);
    }

    private void answer(Order order, AckResult result, String reason) {
        String said = result == AckResult.ACCEPTED ? "" : reason;
        events.accept(new VehicleEvent.Ack(order.ticket, order.command, result, said));
    }
}
