package skylark.telemetry.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Listens on a broker, independently of everything that is tested. */
public final class Ear implements AutoCloseable, MqttCallback {
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final MqttAsyncClient client;

    /** One message, with all that came with it. */
    public record Heard(String topic, String text, boolean retained, int qos, Long expiresS) {}

    public Ear(String url, String filter) throws MqttException {
        client = new MqttAsyncClient(url, "ear-" + System.nanoTime(), new MemoryPersistence());
        client.setCallback(this);
        MqttConnectionOptions options = new MqttConnectionOptions();
        options.setCleanStart(true);
        client.connect(options).waitForCompletion(5_000);
        client.subscribe(filter, 1).waitForCompletion(5_000);
    }

    public List<Heard> heard() {
        return heard;
    }

    public List<Heard> on(String topicEnd) {
        return heard.stream().filter(one -> one.topic().endsWith(topicEnd)).toList();
    }

    public void say(String topic, String text, boolean retain) throws MqttException {
        client.publish(topic, text.getBytes(StandardCharsets.UTF_8), 1, retain).waitForCompletion(5_000);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        String text = new String(message.getPayload(), StandardCharsets.UTF_8);
        Long expiresS =
                message.getProperties() == null ? null : message.getProperties().getMessageExpiryInterval();
        heard.add(new Heard(topic, text, message.isRetained(), message.getQos(), expiresS));
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {}

    @Override
    public void mqttErrorOccurred(MqttException error) {}

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(0, 500, 0, new MqttProperties());
        client.close(true);
    }
}
