package skylark.telemetry.announce;

import java.util.ArrayDeque;
import skylark.domain.VehicleState;

/** The ground link: gone for 5 s, back for 3 s; one that comes and goes is unstable and speaks once a minute. */
final class LinkWatch implements Watch {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long AGAIN_NS = 30_000_000_000L;
    private static final int FLAPPING = 3;

    private final Settled gone = new Settled(5_000, 3_000);
    private final ArrayDeque<Long> lossesNs = new ArrayDeque<>();
    private long silentUntilNs = Long.MIN_VALUE;
    private boolean lossSaid;

    @Override
    public void look(VehicleState now, long nowNs, Sink sink) {
        Boolean lost = now.linkPct() == null ? null : Holds.LINK_GONE.test(now);
        switch (gone.look(lost, nowNs)) {
            case ROSE -> lost(nowNs, sink);
            case FELL -> back(sink);
            case NONE -> {}
        }
    }

    private void lost(long nowNs, Sink sink) {
        lossesNs.addLast(nowNs);
        while (nowNs - lossesNs.getFirst() > MINUTE_NS) {
            lossesNs.removeFirst();
        }
        boolean flapping = lossesNs.size() == FLAPPING;
        Candidate candidate = flapping ? Candidate.detail(Code.LINK_LOST, "unstable") : Candidate.of(Code.LINK_LOST);
        lossSaid = flapping || nowNs >= silentUntilNs;
        if (lossSaid) {
            silentUntilNs = nowNs + (flapping ? MINUTE_NS : AGAIN_NS);
            sink.raise(candidate);
        } else {
            sink.pass(candidate, "it was said a moment ago");
        }
    }

    private void back(Sink sink) {
        if (lossSaid) {
            sink.raise(Candidate.of(Code.LINK_BACK));
        } else {
            sink.pass(Candidate.of(Code.LINK_BACK), "its loss was not said");
        }
    }
}
