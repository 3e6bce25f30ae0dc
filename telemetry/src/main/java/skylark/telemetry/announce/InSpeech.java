package skylark.telemetry.announce;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was handed out and has not been reported as ended; forgotten after a while, for a reply may get lost. */
final class InSpeech {
    private static final long LONGEST_NS = 10_000_000_000L;

    private final List<Handed> handed = new ArrayList<>();

    private record Handed(Waiting waiting, long atNs) {}

    void begin(Waiting waiting, long nowNs) {
        handed.add(new Handed(waiting, nowNs));
    }

    /** One whose end was never reported, or null. */
    @Nullable Waiting forgotten(long nowNs) {
        for (Handed one : handed) {
            if (nowNs - one.atNs >= LONGEST_NS) {
                handed.remove(one);
                return one.waiting;
            }
        }
        return null;
    }

    @Nullable Waiting end(long number) {
        for (Handed one : handed) {
            if (one.waiting.number() == number) {
                handed.remove(one);
                return one.waiting;
            }
        }
        return null;
    }

    /** The talk as the caller sees it, and what he has in hand but not yet sounding. */
    TalkState with(TalkState talk) {
        int level = talk.speakingLevel();
        for (Handed one : handed) {
            level = Math.min(level, one.waiting.code().priority().level());
        }
        return new TalkState(talk.operatorSpeaking(), talk.confirmationOpen(), level);
    }
}
