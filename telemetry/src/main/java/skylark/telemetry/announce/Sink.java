package skylark.telemetry.announce;

/** Where watches put what they have seen. */
interface Sink {

    void raise(Candidate candidate);

    /** Something happened that needs no announcement, for the reason given. */
    void pass(Candidate candidate, String why);
}
