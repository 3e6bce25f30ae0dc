/**
 * The conversation: what an utterance means after what was said before it.
 *
 * <pre>
 * words ─▶ {@link skylark.dialog.InContext} ─▶ {@link skylark.dialog.Dialogue#decide} ─▶ {@link skylark.dialog.Outcome}
 *                                  gate ──▲          (pure: also for a partial)     │
 *            {@link skylark.dialog.Memory} ◀── {@link skylark.dialog.Dialogue#apply} ◀──── at the action commit
 * </pre>
 *
 * A dialogue belongs to one thread, which decides and applies; what it decides is immutable and may go anywhere.
 */
@NullMarked
package skylark.dialog;

import org.jspecify.annotations.NullMarked;
