package skylark.telemetry.announce;

import java.util.ArrayDeque;
import skylark.domain.VehicleState;

/** Wind whose mean over 10 s is 10 m/s or more, once a minute. */
final class WindWatch implements Watch {
    private static final double STRONG_MPS = 10;
    private static final long WINDOW_NS = 10_000_000_000L;
    private static final long AGAIN_NS = 60_000_000_000L;

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private double sumMps;
    private boolean said;
    private long saidNs;
    private boolean full;

    private record Sample(long atNs, double mps) {}

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        if (now.windMps() == null) {
            return;
        }
        samples.addLast(new Sample(nowNs, now.windMps()));
        sumMps += now.windMps();
        while (nowNs - samples.getFirst().atNs > WINDOW_NS) {
            sumMps -= samples.removeFirst().mps;
            full = true;
        }
        boolean strong = full && sumMps / samples.size() >= STRONG_MPS;
        if (strong && (!said || nowNs - saidNs >= AGAIN_NS)) {
            said = true;
            saidNs = nowNs;
            sink.raise(Candidate.of(Code.WIND));
        }
    }
}
