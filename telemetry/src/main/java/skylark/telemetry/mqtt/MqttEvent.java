package skylark.telemetry.mqtt;

/** What the pipe reports. An epoch counts the connections of a process. */
public sealed interface MqttEvent {

    /** Connected and subscribed. */
    record Up(long epoch) implements MqttEvent {}

    /**
     * Not connected any more, or not at all; what was in flight is in doubt.
     *
     * @param reason in words
     */
    record Down(long epoch, String reason) implements MqttEvent {}

    /**
     * The broker has it (PUBACK); for QoS 0 it has left.
     *
     * @param heard false when the broker says that nobody subscribes to it, and so has thrown it away
     */
    record Acked(long epoch, long ticket, boolean heard) implements MqttEvent {}

    /** The broker or the client would not take it. */
    record Refused(long epoch, long ticket, String reason) implements MqttEvent {}

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Received(String topic, byte[] payload, boolean retained) implements MqttEvent {}
}
