/**
 * Store and forward: a record is on disk before it is offered to the link, and leaves the disk only when the other side
 * has it.
 *
 * <pre>
 * any thread ─ note ─▶ [ link ] ─▶ {@link skylark.telemetry.outbox.OutboxStage} ─▶ {@link skylark.telemetry.outbox.Outbox} (SQLite)
 *                                     │  vehicle state: status, pos (newest only)     │ live first, then the backlog
 *                                     └──────────── at most 8 in flight ──▶ mqtt ◀────┘
 * </pre>
 *
 * Threading: database, window and all else here belong to the stage's thread, {@code telemetry}; it may wait for the disk,
 * and nobody waits for it. A link that is full is counted, and the count becomes a gap record.
 */
@NullMarked
package skylark.telemetry.outbox;

import org.jspecify.annotations.NullMarked;
