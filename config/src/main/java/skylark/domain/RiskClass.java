package skylark.domain;

/** What an intent may do to people and vehicle, and so what stands between hearing it and doing it. */
public enum RiskClass {
    /** Safing: at once, on a path of its own. */
    S,
    /** Query: answered at once. */
    Q,
    /** Reversible: read back and executed, inside its envelope. */
    R,
    /** Critical: two steps, challenge and exact phrase. */
    C,
    /** Excluded: never by voice. */
    X,
    /** Dialogue: moves nothing. */
    D
}
