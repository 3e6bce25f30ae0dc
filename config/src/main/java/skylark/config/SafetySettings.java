package skylark.config;

/** The limits inside which the voice may work, and the times of the conversation. Units are in the names. */
public record SafetySettings(
        double heightMinM,
        double heightMaxM,
        double stepMaxM,
        double speedMaxMps,
        double takeoffMaxM,
        double takeoffDefaultM,
        double winchMaxM,
        double winchDefaultM,
        double releaseHeightM,
        double steadyMps,
        double batteryPct,
        double nearHomeM,
        double commandConfidence,
        double criticalConfidence,
        double criticalSnrDb,
        int challengeS,
        int undoS,
        int repeatS) {
    /** Shortest climb, descent or move; nothing shorter is meant. */
    public static final double STEP_MIN_M = 1;

    public static final double SPEED_MIN_MPS = 0.5;
    public static final double TAKEOFF_MIN_M = 2;
    public static final double WINCH_MIN_M = 1;

    public SafetySettings {
        Keys.SAFETY_HEIGHT_MIN_M.checked(heightMinM);
        Keys.SAFETY_HEIGHT_MAX_M.checked(heightMaxM);
        Keys.SAFETY_STEP_MAX_M.checked(stepMaxM);
        Keys.SAFETY_SPEED_MAX_MPS.checked(speedMaxMps);
        Keys.SAFETY_TAKEOFF_MAX_M.checked(takeoffMaxM);
        Keys.SAFETY_TAKEOFF_DEFAULT_M.checked(takeoffDefaultM);
        Keys.SAFETY_WINCH_MAX_M.checked(winchMaxM);
        Keys.SAFETY_WINCH_DEFAULT_M.checked(winchDefaultM);
        Keys.SAFETY_RELEASE_HEIGHT_M.checked(releaseHeightM);
        Keys.SAFETY_STEADY_MPS.checked(steadyMps);
        Keys.SAFETY_BATTERY_PCT.checked(batteryPct);
        Keys.SAFETY_NEAR_HOME_M.checked(nearHomeM);
        Keys.SAFETY_COMMAND_CONFIDENCE.checked(commandConfidence);
        Keys.SAFETY_CRITICAL_CONFIDENCE.checked(criticalConfidence);
        Keys.SAFETY_CRITICAL_SNR_DB.checked(criticalSnrDb);
        Keys.SAFETY_CHALLENGE_S.checked(challengeS);
        Keys.SAFETY_UNDO_S.checked(undoS);
        Keys.SAFETY_REPEAT_S.checked(repeatS);
        Settings.atLeast(Keys.SAFETY_HEIGHT_MAX_M, heightMaxM, Keys.SAFETY_HEIGHT_MIN_M, heightMinM);
        Settings.atLeast(Keys.SAFETY_HEIGHT_MAX_M, heightMaxM, Keys.SAFETY_TAKEOFF_MAX_M, takeoffMaxM);
        Settings.atLeast(Keys.SAFETY_TAKEOFF_MAX_M, takeoffMaxM, Keys.SAFETY_TAKEOFF_DEFAULT_M, takeoffDefaultM);
        Settings.atLeast(Keys.SAFETY_WINCH_MAX_M, winchMaxM, Keys.SAFETY_WINCH_DEFAULT_M, winchDefaultM);
        Settings.atLeast(
                Keys.SAFETY_CRITICAL_CONFIDENCE, criticalConfidence, Keys.SAFETY_COMMAND_CONFIDENCE, commandConfidence);
    }

    static SafetySettings of(Values v) {
        return new SafetySettings(
                v.get(Keys.SAFETY_HEIGHT_MIN_M),
                v.get(Keys.SAFETY_HEIGHT_MAX_M),
                v.get(Keys.SAFETY_STEP_MAX_M),
                v.get(Keys.SAFETY_SPEED_MAX_MPS),
                v.get(Keys.SAFETY_TAKEOFF_MAX_M),
                v.get(Keys.SAFETY_TAKEOFF_DEFAULT_M),
                v.get(Keys.SAFETY_WINCH_MAX_M),
                v.get(Keys.SAFETY_WINCH_DEFAULT_M),
                v.get(Keys.SAFETY_RELEASE_HEIGHT_M),
                v.get(Keys.SAFETY_STEADY_MPS),
                v.get(Keys.SAFETY_BATTERY_PCT),
                v.get(Keys.SAFETY_NEAR_HOME_M),
                v.get(Keys.SAFETY_COMMAND_CONFIDENCE),
                v.get(Keys.SAFETY_CRITICAL_CONFIDENCE),
                v.get(Keys.SAFETY_CRITICAL_SNR_DB),
                v.get(Keys.SAFETY_CHALLENGE_S),
                v.get(Keys.SAFETY_UNDO_S),
                v.get(Keys.SAFETY_REPEAT_S));
    }
}
