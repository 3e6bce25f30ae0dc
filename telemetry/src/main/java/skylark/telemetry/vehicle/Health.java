package skylark.telemetry.vehicle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is broken, made so by a test or a demonstration. Owned by the stepping thread. */
final class Health {
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

    void set(Fault fault, boolean active) {
        if (active) {
            faults.add(fault);
        } else {
            faults.remove(fault);
        }
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** The failed sensors by name. */
    List<String> failures() {
        List<String> failed = new ArrayList<>();
        if (has(Fault.GPS_LOST)) {
            failed.add("gps");
        }
        if (has(Fault.COMPASS_FAILED)) {
            failed.add("compass");
        }
        return failed;
    }

    String firstFailure() {
        List<String> failed = failures();
        return failed.isEmpty() ? "" : failed.get(0);
    }
}
