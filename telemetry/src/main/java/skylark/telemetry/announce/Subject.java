package skylark.telemetry.announce;

/** What an announcement is about; a newer one on the same subject replaces the one that waits. */
enum Subject {
    BATTERY,
    FAILSAFE,
    LINK,
    AUTOPILOT,
    GPS,
    NAVIGATION,
    THRUST,
    CRASH,
    ARMING,
    FLIGHT,
    MODE,
    PACKAGE,
    WINCH,
    MISSION,
    HOME,
    DESCENT,
    FENCE,
    WIND,
    SYSTEM
}
