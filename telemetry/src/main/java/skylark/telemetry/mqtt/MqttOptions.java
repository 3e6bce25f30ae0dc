package skylark.telemetry.mqtt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skylark.config.Settings;

/**
 * Where and as whom to connect.
 *
 * @param url tcp, mqtt, ssl or mqtts
 * @param will what the broker says when we are gone; null for none
 * @param subscriptions topic filters, QoS 1
 * @param connectS after which a connection that is not up is given up
 */
public record MqttOptions(
        String url,
        String clientId,
        Optional<Path> ca,
        Optional<Path> cert,
        Optional<Path> key,
        @Nullable Will will,
        List<String> subscriptions,
        int connectS) {
    private static final int CONNECT_S = 10;
    private static final int PLAIN_PORT = 1883;
    private static final int TLS_PORT = 8883;

    public MqttOptions {
        subscriptions = List.copyOf(subscriptions);
    }

    /**
     * A retained last message.
     *
     * @param delayS how long the broker waits for us to come back before it says so
     */
    public record Will(String topic, String payload, int delayS) {}

    public static MqttOptions of(Settings.Mqtt mqtt, String clientId, @Nullable Will will, List<String> subscriptions) {
        return new MqttOptions(
                mqtt.url(), clientId, mqtt.ca(), mqtt.cert(), mqtt.key(), will, subscriptions, CONNECT_S);
    }

    boolean tls() {
        return url.startsWith("ssl:") || url.startsWith("mqtts:");
    }

    /** As Paho wants it, with the usual port where none is given. */
    String serverUri() {
        String authority = url.substring(url.indexOf("//") + 2);
        boolean hasPort = authority.matches(".*:\\d+");
        String port = hasPort ? "" : ":" + (tls() ? TLS_PORT : PLAIN_PORT);
        return (tls() ? PatientNetwork.TLS : PatientNetwork.TCP) + "://" + authority + port;
    }
}
