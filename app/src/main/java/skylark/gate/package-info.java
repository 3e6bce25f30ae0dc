/**
 * The gate between intent and vehicle: nothing reaches the vehicle but what this package lets through.
 *
 * <pre>
 * intent + slots ─▶ {@link skylark.gate.RuleBook} ─▶ preconditions ─▶ envelope ─▶ {@link skylark.gate.Verdict}
 *                        vehicle state ──▲              ▲                 (class, reason, command, phrase)
 * </pre>
 *
 * Everything here is pure: the same words in the same state give the same verdict, on any thread, as often as asked.
 * An unknown precondition is a failed one.
 */
@NullMarked
package skylark.gate;

import org.jspecify.annotations.NullMarked;
