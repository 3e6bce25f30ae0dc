/**
 * The few words of the domain that every module shares: what can be said, what it means, what the vehicle is doing, and
 * what became of a turn.
 *
 * <pre>
 * words ─▶ Intent + Slots ─▶ Decision (+ VehicleCommand) ─▶ TurnResult
 *                  VehicleState ──▲
 * </pre>
 *
 * Everything here is immutable and may be passed between threads. Units are SI and stand in the names.
 */
@NullMarked
package skylark.domain;

import org.jspecify.annotations.NullMarked;
