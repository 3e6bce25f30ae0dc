package skylark.cli;

/** The log goes to standard error, one line an event, with the milliseconds since the start. */
final class Logging {
    private Logging() {}

    /** Takes effect when set before the first logger is made. */
    static void level(String level) {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    }
}
