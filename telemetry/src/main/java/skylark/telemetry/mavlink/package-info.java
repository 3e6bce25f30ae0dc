/**
 * A vehicle that speaks MAVLink 2: ArduPilot or PX4, over UDP, TCP, a serial line, or out of a recorded flight.
 *
 * <pre>
 *  {@link skylark.telemetry.mavlink.Transport} ─ bytes ─▶ FrameReader ─ messages ─▶ Sighting ─ state ─▶ any thread
 *                ▲                                    ├─▶ Texts ─▶ listeners
 *                └── FrameWriter ◀── Courier ◀── commands ── any thread
 * </pre>
 *
 * Threading: all of a link belongs to the one thread that calls {@code step}; nothing in it blocks. Others send through
 * a bounded link and read an immutable snapshot.
 */
@NullMarked
package skylark.telemetry.mavlink;

import org.jspecify.annotations.NullMarked;
