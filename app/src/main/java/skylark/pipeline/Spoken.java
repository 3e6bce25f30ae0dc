package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.domain.ReplySource;

/**
 * What playback made of one draft.
 *
 * @param text the words and where they came from; null when none were ready
 * @param firstAudibleNs when its first audible sample was handed to the loudspeaker; {@link Trace#UNSET} if never
 * @param fallbackNs when the fallback, or a reply that was then corrected, sounded in its place; {@link Trace#UNSET} if
 *     it was in time
 * @param endNs when its last sample was handed over
 * @param outcome how it ended
 */
public record Spoken(
        Draft draft, Draft.@Nullable Text text, long firstAudibleNs, long fallbackNs, long endNs, Outcome outcome) {

    /** How a draft ended. */
    public enum Outcome {
        /** To its last sample. */
        PLAYED,
        /** Cut short by something more urgent or by the operator. */
        HUSHED,
        /** The voice did not deliver, or the loudspeaker failed; the fallback may be all that was heard. */
        ABANDONED
    }

    /** When the turn first had a sound, real or fallback. */
    public long firstSoundNs() {
        if (fallbackNs == Trace.UNSET) {
            return firstAudibleNs;
        }
        return firstAudibleNs == Trace.UNSET ? fallbackNs : Math.min(firstAudibleNs, fallbackNs);
    }

    /** As the correction of another reply, of which this much was said. */
    Spoken after(Spoken other) {
        return new Spoken(draft, text, firstAudibleNs, other.firstSoundNs(), endNs, outcome);
    }

    /** Where the words heard by the operator came from. */
    public ReplySource source() {
        return text == null || firstAudibleNs == Trace.UNSET ? ReplySource.FALLBACK : text.source();
    }
}
