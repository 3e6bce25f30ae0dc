package skylark.dialog;

import org.jspecify.annotations.Nullable;
import skylark.nlg.reply.ReplyRequest;

/**
 * All that a conversation remembers. Immutable.
 *
 * @param misses utterances in a row that were not understood
 * @param lastReply what "say again" repeats
 * @param level how much the operator wants to hear, as the slot has it; null if it was never said
 * @param deaf the operator was told that critical commands are off, for they are not heard well enough
 */
record Memory(
        @Nullable Challenge challenge,
        @Nullable Question question,
        @Nullable Done done,
        int misses,
        @Nullable ReplyRequest lastReply,
        @Nullable String level,
        boolean deaf) {
    static final Memory EMPTY = new Memory(null, null, null, 0, null, null, false);

    /** The next utterance: nothing is open any more, and the ladder starts anew. */
    Memory heard() {
        return new Memory(null, null, done, 0, lastReply, level, deaf);
    }

    Memory withChallenge(@Nullable Challenge value) {
        return new Memory(value, question, done, misses, lastReply, level, deaf);
    }

    Memory withQuestion(@Nullable Question value) {
        return new Memory(challenge, value, done, misses, lastReply, level, deaf);
    }

    Memory withDone(@Nullable Done value) {
        return new Memory(challenge, question, value, misses, lastReply, level, deaf);
    }

    Memory withMisses(int value) {
        return new Memory(challenge, question, done, value, lastReply, level, deaf);
    }

    Memory withLastReply(ReplyRequest value) {
        return new Memory(challenge, question, done, misses, value, level, deaf);
    }

    Memory withLevel(@Nullable String value) {
        return new Memory(challenge, question, done, misses, lastReply, value, deaf);
    }

    /** The same with all times moved. */
    Memory shifted(long ns) {
        return new Memory(
                challenge == null ? null : challenge.at(challenge.sinceNs() + ns),
                question == null ? null : new Question(question.asked(), question.slot(), question.sinceNs() + ns),
                done == null ? null : done.at(done.atNs() + ns),
                misses,
                lastReply,
                level,
                deaf);
    }

    Memory withDeaf(boolean value) {
        return new Memory(challenge, question, done, misses, lastReply, level, value);
    }
}
