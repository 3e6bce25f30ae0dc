/**
 * A broker for the demo, in the same process: MQTT 5, on this machine only, gone when the demo ends.
 *
 * <pre>
 * telemetry ─▶ 127.0.0.1:port {@link skylark.broker.EmbeddedBroker} ─▶ ground
 * </pre>
 *
 * Threading: the broker has threads of its own; starting it takes seconds and blocks the caller.
 */
@NullMarked
package skylark.broker;

import org.jspecify.annotations.NullMarked;
