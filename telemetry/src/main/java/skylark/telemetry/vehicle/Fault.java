package skylark.telemetry.vehicle;

/** What can be made to go wrong in the simulation. */
public enum Fault {
    GPS_LOST,
    LINK_LOST,
    GRIPPER_JAMMED,
    /** Nothing is heard from the autopilot any more; it flies on. */
    AUTOPILOT_SILENT,
    COMPASS_FAILED
}
