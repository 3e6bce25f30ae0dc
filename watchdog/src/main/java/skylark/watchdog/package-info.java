/**
 * Keeps the promise of 120 ms and keeps every stage alive.
 *
 * <pre>
 *  commit ─▶ TurnDeadline (open) ── first audible sample ─▶ closed: in time
 *                  └──────────── 120 ms less the margin ──▶ timed out: the fallback sounds, the reply follows
 *  StageRunner * ─▶ Supervisor: alive? in time? complaining? ─▶ report by name, restart
 * </pre>
 *
 * Threading: one thread, {@code watchdog}, owns the supervisor and the open deadlines; it does nothing that can block.
 */
@NullMarked
package skylark.watchdog;

import org.jspecify.annotations.NullMarked;
