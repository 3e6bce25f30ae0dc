package skylark.telemetry.ground;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import skylark.config.Settings;

/**
 * How to listen.
 *
 * @param mqtt broker and certificates; the fleet is the one listened to, the drone is not looked at
 * @param host this ground host's name in its topics
 * @param json one JSON object a line instead of text for people
 * @param keepTrying whether to go on without a broker for ever
 */
public record GroundOptions(Settings.Mqtt mqtt, String host, boolean json, boolean keepTrying) {

    /** The machine's own name, as far as a topic can hold it. */
    public static String localHost() {
        try {
            String name = InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
            String clean = name.replaceAll("[^a-z0-9-]", "-");
            return clean.substring(0, Math.min(32, clean.length()));
        } catch (UnknownHostException e) {
            return "ground";
        }
    }
}
