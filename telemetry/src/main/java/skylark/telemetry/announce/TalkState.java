package skylark.telemetry.announce;

/**
 * Who is talking at this moment.
 *
 * @param operatorSpeaking the operator's voice is heard
 * @param confirmationOpen the drone waits for the phrase of a challenge
 * @param speakingLevel priority of what the drone is saying, 0 to 4; {@link #SILENT} when it says nothing
 */
public record TalkState(boolean operatorSpeaking, boolean confirmationOpen, int speakingLevel) {
    public static final int SILENT = 99;

    public static final TalkState QUIET = new TalkState(false, false, SILENT);

    public static TalkState operator() {
        return new TalkState(true, false, SILENT);
    }

    public static TalkState confirming() {
        return new TalkState(false, true, SILENT);
    }

    public static TalkState speaking(int level) {
        return new TalkState(false, false, level);
    }

    /** Why {@code priority} has to wait, or the empty text. */
    String why(Priority priority) {
        if (speakingLevel != SILENT && !(priority.mayInterrupt() && priority.level() < speakingLevel)) {
            return "something else is being said";
        }
        if (priority.isChatter() && operatorSpeaking) {
            return "the operator speaks";
        }
        return priority.isChatter() && confirmationOpen ? "a confirmation is open" : "";
    }
}
