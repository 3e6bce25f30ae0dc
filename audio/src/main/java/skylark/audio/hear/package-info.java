/**
 * Sound to words: speech detection, two streaming recognisers, the endpoint.
 *
 * <pre>
 *            ┌──────────────────────────── Hearing ────────────────────────────┐
 *  frames ─▶ │ SileroDetector ─▶ SpeechGate ─▶ PreRoll ─▶ VoskRecogniser (list)│
 *     │      │                       └─ silent frames ─▶ Endpoint ◀─ partial ──┘
 *     │      └───────────────────────────────────────────┼─▶ HearingEvent: started, partial, commits, resumed
 *     └────▶   OpenEar: PreRoll ─▶ VoskRecogniser (open) ─┴─▶ Arbiter.choose(list, open)
 * </pre>
 *
 * <p>Threads: a {@code Hearing} belongs to one thread and an {@code OpenEar} to another, because a step of the open
 * recogniser can last 90 ms; neither has a queue. Both read one {@code VoskModel}, which is immutable. Time is counted
 * in frames of {@link skylark.audio.hear.SpeechDetector#FRAME_SAMPLES} samples and comes from the audio alone: the same
 * sound gives the same events, however loaded the machine is.
 */
@NullMarked
package skylark.audio.hear;

import org.jspecify.annotations.NullMarked;
