/**
 * The ground's end of the link: listens, drops copies, shows gaps, and tells the drones what it has.
 *
 * <pre>
 * broker ─▶ mqtt stage ─▶ {@link skylark.telemetry.ground.Receiver}: copies, gaps ─▶ {@link skylark.telemetry.ground.Printer} ─▶ standard output
 *    ▲                                    │
 *    └── presence, acknowledgements ◀─────┘
 * </pre>
 *
 * Threading: one thread, the one that called {@link skylark.telemetry.ground.Ground#run}.
 */
@NullMarked
package skylark.telemetry.ground;

import org.jspecify.annotations.NullMarked;
