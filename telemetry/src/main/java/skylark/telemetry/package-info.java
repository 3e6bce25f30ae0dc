/**
 * What the ground gets to know: one object that takes notes from everybody and never makes anybody wait.
 *
 * <pre>
 * any thread ─ offer ─▶ {@link skylark.telemetry.Telemetry} ─▶ outbox (thread telemetry: disk) ─▶ mqtt (thread mqtt: network) ─▶ broker ─▶ ground
 * </pre>
 *
 * Threading: two stages, one thread each, so that a slow disk or a dead network holds up nothing but itself.
 */
@NullMarked
package skylark.telemetry;

import org.jspecify.annotations.NullMarked;
