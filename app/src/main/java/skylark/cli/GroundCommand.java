package skylark.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import skylark.config.Settings;
import skylark.telemetry.ground.Ground;
import skylark.telemetry.ground.GroundOptions;

/** The ground station. */
@Command(name = "ground", description = "Listens to the drones of a fleet and prints what they say.")
final class GroundCommand implements Callable<Integer> {
    private static final String HERE = "tcp://127.0.0.1:1883";
    private static final long FAREWELL_MS = 3_000;

    private final Shared shared;

    @Option(names = "--broker", paramLabel = "URL", description = "Default: mqtt.url, or " + HERE + ".")
    private @Nullable String broker;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--wait", description = "Go on without a broker, instead of giving up after 30 s.")
    private boolean keepTrying;

    GroundCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        Settings settings = shared.settings();
        String url = broker != null
                ? broker
                : settings.mqtt().isSet() ? settings.mqtt().url() : HERE;
        Settings.Mqtt mqtt = shared.settingsWith("mqtt.url=" + url).mqtt();
        GroundOptions options = new GroundOptions(mqtt, GroundOptions.localHost(), json, keepTrying);
        Thread farewell = farewell(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(farewell);
        int status =
                Ground.run(options, shared.console().out(), shared.console().err());
        forget(farewell);
        return status;
    }

    /** Ctrl-C: tells the drones that nobody listens any more. */
    private static Thread farewell(Thread listener) {
        return new Thread(
                () -> {
                    listener.interrupt();
                    try {
                        listener.join(FAREWELL_MS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "ground-farewell");
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // it is what ended the listening
        }
    }
}
