package skylark.telemetry.announce;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import skylark.domain.VehicleState;

/** The alerts that are active on the ground: raised with their announcement, over when it has not held for 3 s. */
final class ActiveAlerts {
    private static final long OVER_NS = 3_000_000_000L;

    private final AnnouncerListener listener;
    private final Map<String, Active> active = new LinkedHashMap<>();

    private record Active(Code code, long heldNs) {}

    ActiveAlerts(AnnouncerListener listener) {
        this.listener = listener;
    }

    void raise(Code code, VehicleState state, long nowNs) {
        if (!code.alert().isEmpty()) {
            Active before = active.put(code.alert(), new Active(code, nowNs));
            if (before == null || before.code != code) {
                listener.onAlert(code.alert(), code, true, state);
            }
        }
    }

    void look(VehicleState state, long nowNs) {
        Iterator<Map.Entry<String, Active>> all = active.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, Active> entry = all.next();
            Active alert = entry.getValue();
            if (alert.code.holds(state)) {
                entry.setValue(new Active(alert.code, nowNs));
            } else if (nowNs - alert.heldNs >= OVER_NS) {
                all.remove();
                listener.onAlert(entry.getKey(), alert.code, false, state);
            }
        }
    }
}
