package skylark.telemetry.mavlink;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.Outcomes;

/**
 * One command on its way: sent, again when nothing comes back and that does no harm, until the vehicle has answered or
 * its state has. A refusal is held for half a second, for its reason may follow it. Owned by the link's thread.
 */
final class Delivery {
    private static final long AGAIN_NS = 700_000_000;
    private static final int TIMES = 4;
    private static final long PROGRESS_NS = 5_000_000_000L;
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final long REASON_AFTER_NS = 500_000_000;
    private static final int IN_PROGRESS = 5;

    private final Courier.Order order;
    private final Plan plan;
    private final VehicleState before;
    private int step;
    private int sent;
    private boolean repeated;
    private boolean inProgress;
    private long beganNs;
    private long dueNs;
    private @Nullable AckResult refusal;
    private @Nullable AckResult result;
    private String reason = "";

    Delivery(Courier.Order order, Plan plan, VehicleState before) {
        this.order = order;
        this.plan = plan;
        this.before = before;
    }

    void begin(long nowNs, Courier.Autopilot autopilot) {
        beganNs = nowNs;
        send(nowNs, autopilot);
    }

    private void send(long nowNs, Courier.Autopilot autopilot) {
        Message message = plan.steps().get(step);
        if (message.is("COMMAND_LONG")) {
            message.with("confirmation", (long) sent);
        }
        sent++;
        dueNs = nowNs + AGAIN_NS;
        autopilot.send(message);
    }

    void acknowledged(int code, String earlierText, long nowNs, Courier.Autopilot autopilot) {
        if (refusal != null) {
            return; // a copy
        }
        if (code == IN_PROGRESS) {
            inProgress = true;
            dueNs = Math.min(beganNs + LONGEST_NS, nowNs + PROGRESS_NS);
        } else if (code != 0) {
            refusal = result(code);
            dueNs = nowNs + REASON_AFTER_NS;
            if (!earlierText.isEmpty()) {
                explained(earlierText);
            }
        } else if (step + 1 < plan.steps().size()) {
            step++;
            sent = 0;
            inProgress = false;
            send(nowNs, autopilot);
        } else {
            result = AckResult.ACCEPTED;
        }
    }

    void explained(String text) {
        if (refusal != null && result == null) {
            result = refusal;
            reason = text;
        }
    }

    void tick(long nowNs, Courier.Autopilot autopilot) {
        if (result != null || nowNs < dueNs) {
            return;
        }
        AckResult refused = refusal;
        if (refused != null) {
            result = refused;
            reason = refused.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        } else if (Outcomes.isDone(order.command(), before, autopilot.state())) {
            result = AckResult.ACCEPTED; // its acknowledgement was lost, its effect was not
        } else if (sent >= TIMES || inProgress) {
            result = AckResult.FAILED;
            reason = "no answer";
        } else if (plan.repeatable() || step + 1 < plan.steps().size()) {
            repeated = true;
            send(nowNs, autopilot);
        } else {
            sent++; // not said again: only watched for as long
            dueNs = nowNs + AGAIN_NS;
        }
    }

    private static AckResult result(int code) {
        return switch (code) {
            case 1 -> AckResult.TEMPORARILY_REJECTED;
            case 2 -> AckResult.DENIED;
            case 3, 7, 8, 9 -> AckResult.UNSUPPORTED;
            default -> AckResult.FAILED;
        };
    }

    /** Null while it is on its way. */
    @Nullable AckResult result() {
        return result;
    }

    String reason() {
        return reason;
    }

    Courier.Order order() {
        return order;
    }

    /** MAV_CMD of the step under way. */
    int command() {
        return plan.steps().get(step).whole("command");
    }

    VehicleState before() {
        return before;
    }

    boolean repeated() {
        return repeated;
    }
}
