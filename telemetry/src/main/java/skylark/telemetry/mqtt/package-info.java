/**
 * MQTT 5 as a pipe: it connects, sends what it is given, says what arrived, and connects again. It keeps nothing.
 *
 * <pre>
 * outbox ─ {@link skylark.telemetry.mqtt.Publication} ─▶ [ link ] ─▶ {@link skylark.telemetry.mqtt.MqttStage} ─▶ Paho ─▶ broker
 *   ▲                                           │ reconnects, one new client each time
 *   └──────────── {@link skylark.telemetry.mqtt.MqttEvent} ◀─────────┘ up, down, acknowledged, received
 * </pre>
 *
 * Threading: the stage's thread owns the connection and may be held up by Paho or by the network; nobody waits for it.
 * Paho's own threads only put events on a link. Nothing else in the program touches Paho.
 */
@NullMarked
package skylark.telemetry.mqtt;

import org.jspecify.annotations.NullMarked;
