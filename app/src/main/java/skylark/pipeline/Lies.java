package skylark.pipeline;

import skylark.audio.hear.Recogniser.Transcript;

/** What a stage sends in place of the truth when an {@link Injection} has it lie. */
final class Lies {
    private static final int NEVER = 1_000_000;

    private Lies() {}

    static MindMessage byHearing(MindMessage message) {
        return message instanceof MindMessage.Heard heard
                ? new MindMessage.Heard(heard.event(), heard.turn() + NEVER, heard.atNs(), heard.deadline())
                : message;
    }

    static MindMessage byOpenEar(MindMessage message) {
        return message instanceof MindMessage.OpenlyHeard open
                ? new MindMessage.OpenlyHeard(
                        new Transcript(
                                open.transcript().text(),
                                Double.NaN,
                                0,
                                open.transcript().words()),
                        open.frame())
                : message;
    }

    static Draft byUnderstanding(Draft draft) {
        return new Draft(draft.turn() + NEVER, draft.revision(), draft.words(), draft.request(), draft.priority());
    }

    static Draft byTokenizer(Draft draft) {
        Draft lie = new Draft(draft.turn(), draft.revision(), draft.words(), draft.request(), draft.priority());
        lie.promptIds(new long[0]);
        return lie;
    }

    static Clause byGenerator(Clause clause) {
        return new Clause(clause.draft(), "{reply}", clause.last(), clause.mostS());
    }

    /** Capture lies by its source, voice and playback by their ports: what they send by links says nothing. */
    static <T> T none(T message) {
        return message;
    }
}
