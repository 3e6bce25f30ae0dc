package skylark.dialog;

import org.jspecify.annotations.Nullable;
import skylark.nlg.reply.ReplyRequest;

/**
 * All that a conversation remembers. Immutable.
 *
 * @param misses utterances in a row that were not understood
 * @param lastReply what "say again" repeats
 * @param level how much the operator wants to hear, as the slot has it; null if it was never said
 * @param pilotSinceNs when the pilot last changed the mode
 */
record Memory(
        @Nullable Challenge challenge,
        @Nullable Question question,
        @Nullable Done done,
        int misses,
        @Nullable ReplyRequest lastReply,
        @Nullable String level,
        @Nullable Long pilotSinceNs) {
    static final Memory EMPTY = new Memory(null, null, null, 0, null, null, null);

    /** The next utterance: nothing is open any more, and the ladder starts anew. */
    Memory heard() {
        return new Memory(null, null, done, 0, lastReply, level, pilotSinceNs);
    }

    Memory withChallenge(@Nullable Challenge value) {
        return new Memory(value, question, done, misses, lastReply, level, pilotSinceNs);
    }

    Memory withQuestion(@Nullable Question value) {
        return new Memory(challenge, value, done, misses, lastReply, level, pilotSinceNs);
    }

    Memory withDone(@Nullable Done value) {
        return new Memory(challenge, question, value, misses, lastReply, level, pilotSinceNs);
    }

    Memory withMisses(int value) {
        return new Memory(challenge, question, done, value, lastReply, level, pilotSinceNs);
    }

    Memory withLastReply(ReplyRequest value) {
        return new Memory(challenge, question, done, misses, value, level, pilotSinceNs);
    }

    Memory withLevel(@Nullable String value) {
        return new Memory(challenge, question, done, misses, lastReply, value, pilotSinceNs);
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
                pilotSinceNs == null ? null : pilotSinceNs + ns);
    }

    Memory withPilotSince(long nowNs) {
        return new Memory(challenge, question, done, misses, lastReply, level, nowNs);
    }
}
