package skylark.telemetry.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.common.MqttException;

/** A network whose input ends no sooner than half a second after it was opened. Paho's threads. */
final class PatientModule implements NetworkModule {
    private final NetworkModule network;
    private volatile long openedNs;

    PatientModule(NetworkModule network) {
        this.network = network;
    }

    @Override
    public void start() throws IOException, MqttException {
        network.start();
        openedNs = System.nanoTime();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new PatientStream(network.getInputStream(), openedNs);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return network.getOutputStream();
    }

    @Override
    public void stop() throws IOException {
        network.stop();
    }

    @Override
    public String getServerURI() {
        return network.getServerURI();
    }
}
