package skylark.cli;

import skylark.keep.Kept;

/** What a command leaves behind. */
final class ExitStatus {
    static final int DONE = 0;
    /** It ran, and found something wrong. */
    static final int FOUND_WRONG = 1;
    /** The call or its input was wrong. */
    static final int BAD_INPUT = 2;

    /** Only a new process helps: {@code keep} starts it. */
    static final int RESTART = Kept.RESTART_STATUS;

    private ExitStatus() {}
}
