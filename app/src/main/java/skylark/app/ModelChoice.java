package skylark.app;

import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/**
 * Whether the larger model may write: only what can wait, only while the machine is neither busy nor hot, and only if by
 * its recent pace it is done in time. Belongs to the generator's thread.
 */
final class ModelChoice {
    /** Replies and warnings are due at once; transitions and what comes after them have half a second. */
    private static final int FIRST_THAT_CAN_WAIT = 2;

    private static final long WAITING_NS = 500_000_000L;
    private static final double BUSY = 0.75;
    private static final double HOT_C = 75;
    /** The larger model must need no more than this share of the time there is. */
    private static final double SHARE = 0.25;
    /** Weight of the newest of its times. */
    private static final double NEWEST = 0.2;

    private final MachineLoad machine;
    private double expectedNs;

    ModelChoice(MachineLoad machine) {
        this.machine = machine;
    }

    /**
     * Whether the larger model may write this one.
     *
     * @param priority of the announcement, 0 the gravest
     */
    boolean isForLarge(ReplyRequest request, int priority) {
        return request.act() == Act.ANNOUNCE
                && priority >= FIRST_THAT_CAN_WAIT
                && expectedNs <= SHARE * WAITING_NS
                && machine.perCore() < BUSY
                && !(machine.hottestC() > HOT_C);
    }

    /** What the larger model took for a reply. */
    void took(long ns) {
        expectedNs += NEWEST * (ns - expectedNs);
    }

    /** The usual model wrote instead: a slow spell is forgotten by and by, so that the larger one gets another chance. */
    void passed() {
        expectedNs *= 1 - NEWEST / 4;
    }
}
