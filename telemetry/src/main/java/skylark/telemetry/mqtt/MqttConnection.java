package skylark.telemetry.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttReturnCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection from first to last; a lost one is never mended but replaced. Its methods are for one thread; events come
 * on Paho's threads and must not be answered there.
 */
final class MqttConnection {
    private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);
    private static final int KEEP_ALIVE_S = 15;
    /** Longer than the will's delay, or the will would come at once. */
    private static final long SESSION_S = 60;

    private static final int RECEIVE_MAXIMUM = 64;
    private static final int FIRST_FAILURE_CODE = 0x80;

    private final MqttOptions options;
    private final long epoch;
    private final Consumer<MqttEvent> events;
    private final MqttAsyncClient client;

    MqttConnection(MqttOptions options, long epoch, Consumer<MqttEvent> events) throws MqttException {
        this.options = options;
        this.epoch = epoch;
        this.events = events;
        this.client = new MqttAsyncClient(options.serverUri(), options.clientId(), new MemoryPersistence());
        this.client.setCallback(new Ear());
    }

    /** Starts to connect; {@link MqttEvent.Up} or {@link MqttEvent.Down} follows, or nothing at all. */
    void begin() throws MqttException {
        client.connect(settings(), null, listener(this::subscribe));
    }

    void publish(Publication publication) throws MqttException {
        MqttMessage message = new MqttMessage(publication.payload(), publication.qos(), publication.retain(), null);
        MqttProperties properties = new MqttProperties();
        properties.setPayloadFormat(true);
        if (publication.expiresS() > 0) {
            properties.setMessageExpiryInterval(publication.expiresS());
        }
        message.setProperties(properties);
        client.publish(publication.topic(), message, null, new Outcome(publication.ticket()));
    }

    /**
     * Ends it on a thread of its own, for Paho may wait for what will never come.
     *
     * @param goodbye whether to leave in order, so that the will is not said
     */
    Thread retire(boolean goodbye) {
        int reason =
                goodbye ? MqttReturnCode.RETURN_CODE_SUCCESS : MqttReturnCode.RETURN_CODE_DISCONNECT_WITH_WILL_MESSAGE;
        Thread undertaker = new Thread(() -> end(reason), "mqtt-end");
        undertaker.setDaemon(true);
        undertaker.start();
        return undertaker;
    }

    private void end(int reason) {
        try {
            // Also when it never came up: this is what closes the socket, and with it ends the threads.
            client.disconnectForcibly(0, client.isConnected() ? 1_000 : 1, reason, new MqttProperties());
        } catch (MqttException e) {
            LOG.debug("ending a connection: {}", e.toString());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("closing a connection: {}", e.toString());
        }
    }

    private MqttConnectionOptions settings() {
        MqttConnectionOptions settings = new MqttConnectionOptions();
        settings.setAutomaticReconnect(false);
        settings.setCleanStart(false);
        settings.setSessionExpiryInterval(SESSION_S);
        settings.setConnectionTimeout(options.connectS());
        settings.setKeepAliveInterval(KEEP_ALIVE_S);
        settings.setReceiveMaximum(RECEIVE_MAXIMUM);
        settings.setTopicAliasMaximum(0);
        if (options.tls()) {
            settings.setSocketFactory(Tls.sockets(options));
        }
        MqttOptions.Will will = options.will();
        if (will != null) {
            byte[] payload = will.payload().getBytes(StandardCharsets.UTF_8);
            settings.setWill(will.topic(), new MqttMessage(payload, 1, true, null));
            MqttProperties properties = new MqttProperties();
            properties.setWillDelayInterval((long) will.delayS());
            settings.setWillMessageProperties(properties);
        }
        return settings;
    }

    private void subscribe() {
        if (options.subscriptions().isEmpty()) {
            events.accept(new MqttEvent.Up(epoch));
            return;
        }
        MqttSubscription[] filters = options.subscriptions().stream()
                .map(filter -> new MqttSubscription(filter, 1))
                .toArray(MqttSubscription[]::new);
        try {
            client.subscribe(
                    filters, null, listener(() -> events.accept(new MqttEvent.Up(epoch))), new MqttProperties());
        } catch (MqttException e) {
            down(e);
        }
    }

    private MqttActionListener listener(Runnable success) {
        return new MqttActionListener() {
            @Override
            public void onSuccess(IMqttToken token) {
                success.run();
            }

            @Override
            public void onFailure(IMqttToken token, Throwable error) {
                down(error);
            }
        };
    }

    private void down(Throwable error) {
        Throwable cause = error.getCause();
        events.accept(new MqttEvent.Down(epoch, cause == null ? error.toString() : cause.toString()));
    }

    private final class Outcome implements MqttActionListener {
        private final long ticket;

        Outcome(long ticket) {
            this.ticket = ticket;
        }

        @Override
        public void onSuccess(IMqttToken token) {
            int[] codes = token.getReasonCodes();
            int code = codes == null || codes.length == 0 ? 0 : codes[0];
            events.accept(
                    code >= FIRST_FAILURE_CODE
                            ? new MqttEvent.Refused(epoch, ticket, "reason code " + code)
                            : new MqttEvent.Acked(
                                    epoch, ticket, code != MqttReturnCode.RETURN_CODE_NO_MATCHING_SUBSCRIBERS));
        }

        @Override
        public void onFailure(IMqttToken token, Throwable error) {
            events.accept(new MqttEvent.Refused(epoch, ticket, String.valueOf(error)));
        }
    }

    private final class Ear implements MqttCallback {
        @Override
        public void disconnected(MqttDisconnectResponse response) {
            events.accept(new MqttEvent.Down(epoch, String.valueOf(response.getException())));
        }

        @Override
        public void mqttErrorOccurred(MqttException error) {
            LOG.debug("mqtt: {}", error.toString());
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            events.accept(new MqttEvent.Received(topic, message.getPayload(), message.isRetained()));
        }

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String serverUri) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
