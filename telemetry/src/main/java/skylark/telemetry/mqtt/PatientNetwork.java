package skylark.telemetry.mqtt;

import java.net.URI;
import java.util.Set;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.internal.SSLNetworkModuleFactory;
import org.eclipse.paho.mqttv5.client.internal.TCPNetworkModuleFactory;
import org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Paho's own network under schemes of ours, with a patient end: see {@link PatientStream}. Found by Paho through the
 * service loader.
 */
public final class PatientNetwork implements NetworkModuleFactory {
    static final String TCP = "patient+tcp";
    static final String TLS = "patient+ssl";

    private static final int PREFIX = "patient+".length();

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(TCP, TLS);
    }

    @Override
    public void validateURI(URI uri) {
        factory(uri).validateURI(plain(uri));
    }

    @Override
    public NetworkModule createNetworkModule(URI uri, MqttConnectionOptions options, String clientId)
            throws MqttException {
        return new PatientModule(factory(uri).createNetworkModule(plain(uri), options, clientId));
    }

    private static NetworkModuleFactory factory(URI uri) {
        return TLS.equals(uri.getScheme()) ? new SSLNetworkModuleFactory() : new TCPNetworkModuleFactory();
    }

    private static URI plain(URI uri) {
        return URI.create(uri.toString().substring(PREFIX));
    }
}
