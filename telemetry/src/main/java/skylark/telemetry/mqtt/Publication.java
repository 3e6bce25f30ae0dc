package skylark.telemetry.mqtt;

/**
 * One message to send.
 *
 * @param epoch the connection it is meant for; for another one it is dropped
 * @param ticket comes back when it was acknowledged
 * @param qos 0 or 1
 * @param expiresS seconds until the broker forgets it; 0 for never
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Publication(long epoch, long ticket, String topic, byte[] payload, int qos, boolean retain, long expiresS)
        implements MqttOrder {}
