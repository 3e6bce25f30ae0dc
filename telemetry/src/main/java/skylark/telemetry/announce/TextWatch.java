package skylark.telemetry.announce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.VehicleEvent;

/** The few texts of the autopilot that mean something to this catalogue; none is read out. */
final class TextWatch implements Watch {
    private static final int WORST_TO_SAY = 4;
    private static final long PREARM_NS = 60_000_000_000L;
    private static final String PREARM = "prearm:";
    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("ekf", Code.NAV_ERR),
            new Meaning("navigation error", Code.NAV_ERR),
            new Meaning("thrust loss", Code.THRUST),
            new Meaning("crash", Code.CRASH),
            new Meaning("fence breach", Code.FENCE),
            new Meaning("geofence breach", Code.FENCE));

    private final Map<String, Long> prearmNs = new HashMap<>();

    private record Meaning(String stem, Code code) {}

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {}

    @Override
    public void hear(VehicleEvent event, VehicleState now, long nowNs, Sink sink) {
        if (event instanceof VehicleEvent.Text text) {
            hear(text.text().toLowerCase(Locale.ROOT), text.severity(), nowNs, sink);
        } else if (event instanceof VehicleEvent.Ack ack
                && "COMPONENT_ARM_DISARM".equals(ack.command().name())) {
            hear(ack.reason().toLowerCase(Locale.ROOT), WORST_TO_SAY, nowNs, sink);
        }
    }

    private void hear(String text, int severity, long nowNs, Sink sink) {
        if (text.startsWith(PREARM)) {
            prearm(text.substring(PREARM.length()).strip(), nowNs, sink);
            return;
        }
        if (severity <= WORST_TO_SAY) {
            codes(text).forEach(code -> sink.raise(Candidate.of(code)));
        }
    }

    private static List<Code> codes(String text) {
        List<Code> found = new ArrayList<>();
        for (Meaning meaning : MEANINGS) {
            if (text.contains(meaning.stem) && !found.contains(meaning.code)) {
                found.add(meaning.code);
            }
        }
        return found;
    }

    private void prearm(String reason, long nowNs, Sink sink) {
        Long before = prearmNs.get(reason);
        Candidate candidate = Candidate.detail(Code.PREARM, reason);
        if (before != null && nowNs - before < PREARM_NS) {
            sink.pass(candidate, "the same reason was said within a minute");
            return;
        }
        prearmNs.put(reason, nowNs);
        sink.raise(candidate);
    }
}
