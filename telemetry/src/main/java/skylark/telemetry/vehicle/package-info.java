/**
 * The vehicle: one port, and a simulated quadcopter behind it.
 *
 * <pre>
 *  any thread ── {@link skylark.telemetry.vehicle.VehicleLink#send} ─▶ [ commands ] ─▶ the link's thread ─▶ autopilot ─▶ airframe
 *  any thread ◀─ {@link skylark.telemetry.vehicle.VehicleLink#state} ── snapshot ◀────────┤   ▲
 *  listeners  ◀─ acknowledgements, texts, waypoints ◀────────────────────┘   DeliveryFlight (a script, through the same port)
 * </pre>
 *
 * Threading: everything that moves belongs to the one thread that calls {@code step}; others send through a bounded link
 * and read an immutable snapshot. The same commands at the same times give the same flight, whatever the machine does.
 */
@NullMarked
package skylark.telemetry.vehicle;

import org.jspecify.annotations.NullMarked;
