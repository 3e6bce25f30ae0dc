package skylark.telemetry.announce;

import skylark.domain.VehicleState;

/** A candidate in the queue. Owned by the announcer's thread. */
final class Waiting {
    private final long number;
    private final Candidate candidate;
    private final long raisedNs;
    private final boolean repeated;
    private String waitedFor = "its turn";

    Waiting(long number, Candidate candidate, long raisedNs, boolean repeated) {
        this.number = number;
        this.candidate = candidate;
        this.raisedNs = raisedNs;
        this.repeated = repeated;
    }

    long number() {
        return number;
    }

    Candidate candidate() {
        return candidate;
    }

    Code code() {
        return candidate.code();
    }

    boolean isExpired(long nowNs) {
        return nowNs - raisedNs >= code().expiresNs();
    }

    /** Whether it was cut short once before. */
    boolean isRepeated() {
        return repeated;
    }

    boolean precedes(Waiting other) {
        int urgency = code().priority().compareTo(other.code().priority());
        return urgency < 0 || urgency == 0 && number < other.number;
    }

    String waitedFor() {
        return waitedFor;
    }

    void waitsFor(String reason) {
        waitedFor = reason;
    }

    Announcement now(VehicleState state) {
        return new Announcement(
                number, code(), candidate.args(), candidate.told().apply(state));
    }
}
