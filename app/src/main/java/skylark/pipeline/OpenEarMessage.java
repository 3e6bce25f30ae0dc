package skylark.pipeline;

import skylark.pipeline.OpenEarMessage.Command;

/** What flows to the open ear, in the order of the sound: frames, and what to do with them. */
sealed interface OpenEarMessage permits Frame, Command {

    /** What hearing found in the frames before it. */
    enum Command implements OpenEarMessage {
        /** A turn began. */
        START,
        /** The operator pauses, and the words of the list are in doubt: report the words so far. */
        REPORT,
        /** The turn is over. */
        FINISH,
        /** The turn held no words of the list: report what was heard, if anything. */
        DISCARD
    }
}
