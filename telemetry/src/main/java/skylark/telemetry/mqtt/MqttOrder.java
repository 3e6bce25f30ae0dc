package skylark.telemetry.mqtt;

/** What the pipe is asked to do. */
public sealed interface MqttOrder permits Publication, MqttOrder.Reconnect {

    /** Nothing comes back on this connection: a new one, please. */
    record Reconnect(long epoch, String reason) implements MqttOrder {}
}
