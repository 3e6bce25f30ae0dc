package skylark.telemetry.vehicle;

/** Where a mission stands. */
public enum MissionPhase {
    NOT_STARTED,
    ACTIVE,
    PAUSED,
    COMPLETE
}
