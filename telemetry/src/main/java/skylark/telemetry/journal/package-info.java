/**
 * What is written down of a flight and a talk, and how a record looks on the wire.
 *
 * <pre>
 * announcer, turns, alerts ─ {@link skylark.telemetry.journal.Note} ─▶ {@link skylark.telemetry.journal.Envelopes} ─▶ JSON of at most 1 KiB
 *                                                   {@link skylark.telemetry.journal.Identity}: fleet, drone, boot, session
 * </pre>
 *
 * Notes are immutable and made by any thread; envelopes are made by the thread that owns the outbox.
 */
@NullMarked
package skylark.telemetry.journal;

import org.jspecify.annotations.NullMarked;
