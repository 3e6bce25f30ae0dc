/**
 * What outlives the process: a parent that starts the assistant again when it dies, hangs or asks for it, and the talk's
 * state on disk, by which the next process goes on where the last one was.
 *
 * <pre>
 *  Keeper (parent) ── starts ─▶ child ── beats, by the watchdog's thread ─▶ heartbeat, a mapped file
 *     ▲  killed, no beat for a second, or exit status 75                        │
 *     └────────────────────────────── looks every 50 ms ◀───────────────────────┘
 *  child: TalkFile ◀─ every second, when something changed; read and deleted by the next one
 * </pre>
 *
 * Threading: the keeper is one thread; {@code Kept} beats on whichever thread calls it.
 */
@NullMarked
package skylark.keep;

import org.jspecify.annotations.NullMarked;
