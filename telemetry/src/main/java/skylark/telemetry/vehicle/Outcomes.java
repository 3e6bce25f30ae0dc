package skylark.telemetry.vehicle;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

/**
 * Watches whether what was commanded comes about: an acknowledgement means "will try" only. A later flight command takes
 * the place of an earlier one. Owned by the link's thread.
 */
public final class Outcomes {
    private static final int MOST = 16;

    private final Consumer<VehicleEvent> events;
    private final List<Watched> watched = new ArrayList<>();

    private record Watched(long ticket, VehicleCommand command, Expectation expected, long untilNs) {}

    public Outcomes(Consumer<VehicleEvent> events) {
        this.events = events;
    }

    /** @param before the state when it was sent */
    public void accepted(long ticket, VehicleCommand command, VehicleState before, long nowNs) {
        Expectation expected = Expectation.of(command, before);
        if (expected == null) {
            return;
        }
        watched.removeIf(earlier -> earlier.expected.subject() == expected.subject());
        if (watched.size() < MOST) {
            watched.add(new Watched(ticket, command, expected, nowNs + (long) (expected.withinS() * 1e9)));
        }
    }

    /** Whether the state alone says that this command was carried out. */
    public static boolean isDone(VehicleCommand command, VehicleState before, VehicleState now) {
        Expectation expected = Expectation.of(command, before);
        return expected != null
                && !expected.done().test(before)
                && expected.done().test(now);
    }

    public void look(VehicleState now, long nowNs) {
        for (Iterator<Watched> each = watched.iterator(); each.hasNext(); ) {
            Watched one = each.next();
            Predicate<VehicleState> done = one.expected.done();
            if (done.test(now)) {
                each.remove();
                events.accept(new VehicleEvent.Outcome(one.ticket, one.command, true, ""));
            } else if (nowNs >= one.untilNs) {
                each.remove();
                events.accept(new VehicleEvent.Outcome(one.ticket, one.command, false, one.expected.failure()));
            }
        }
    }
}
