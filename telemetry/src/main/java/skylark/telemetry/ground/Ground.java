package skylark.telemetry.ground;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import skylark.domain.DomainJson;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.telemetry.mqtt.MqttEvent;
import skylark.telemetry.mqtt.MqttOptions;
import skylark.telemetry.mqtt.MqttOrder;
import skylark.telemetry.mqtt.MqttStage;
import skylark.telemetry.mqtt.Publication;

/** The ground station on a terminal. Owned by the thread that runs it. */
public final class Ground {
    private static final long PATIENCE_NS = 30_000_000_000L;
    private static final long ACK_NS = 500_000_000L;
    private static final long IDLE_NS = 20_000_000;
    private static final int ARRIVALS = 4096;

    private final GroundOptions options;
    private final Printer printer;
    private final PrintStream err;
    private final NanoClock clock;
    private final Receiver receiver;
    private final MqttStage mqtt;
    private final Link<MqttOrder> orders;
    private final Map<String, Map<String, Long>> acknowledged = new HashMap<>();
    private boolean up;
    private long epoch;
    private long downSinceNs;
    private long lookedNs;
    private String reason = "no answer";

    private Ground(GroundOptions options, PrintStream out, PrintStream err, NanoClock clock) {
        this.options = options;
        this.err = err;
        this.clock = clock;
        this.printer = new Printer(out, err, options.json());
        this.receiver = new Receiver(options.mqtt().fleet(), printer);
        Doorbell bell = new Doorbell();
        this.orders = new Link<>("ground-orders", 64, bell);
        Link<MqttEvent> arrivals = new Link<>("ground-arrivals", ARRIVALS, bell);
        this.mqtt = new MqttStage(mqttOptions(options), orders, arrivals, new AtomicLong(), this::hear);
        this.downSinceNs = clock.nanoTime();
    }

    /**
     * Listens until it is interrupted, or nobody reads what it prints.
     *
     * @return the exit status: 0 when interrupted, 1 when there was no broker for half a minute
     * @throws skylark.domain.BadInputException when a certificate cannot be used
     */
    public static int run(GroundOptions options, PrintStream out, PrintStream err) {
        return new Ground(options, out, err, NanoClock.SYSTEM).listen();
    }

    private static MqttOptions mqttOptions(GroundOptions options) {
        String fleet = "skylark/1/" + options.mqtt().fleet();
        String name =
                "skylark-gcs-" + options.host() + "-" + ProcessHandle.current().pid();
        MqttOptions.Will will = new MqttOptions.Will(presenceTopic(options), presence("offline"), 0);
        return MqttOptions.of(options.mqtt(), name, will, List.of(fleet + "/+/#"));
    }

    private static String presenceTopic(GroundOptions options) {
        return "skylark/1/" + options.mqtt().fleet() + "/gcs/" + options.host() + "/state";
    }

    private static String presence(String state) {
        return DomainJson.write(Map.of("state", state));
    }

    private int listen() {
        try {
            while (!Thread.currentThread().isInterrupted() && !printer.isBroken()) {
                long nowNs = clock.nanoTime();
                int done = mqtt.doWork(nowNs);
                look(nowNs);
                if (!up && !options.keepTrying() && nowNs - downSinceNs > PATIENCE_NS) {
                    err.println("no broker at " + options.mqtt().url() + " for 30 s: " + reason);
                    return 1;
                }
                if (done == 0) {
                    LockSupport.parkNanos(IDLE_NS);
                }
            }
            return 0;
        } finally {
            leave();
        }
    }

    private void hear(MqttEvent event) {
        if (event instanceof MqttEvent.Up now) {
            up = true;
            epoch = now.epoch();
            acknowledged.clear();
            err.println("listening to fleet " + options.mqtt().fleet() + " at "
                    + options.mqtt().url());
            publish(presenceTopic(options), presence("online"), true);
        } else if (event instanceof MqttEvent.Down down) {
            downSinceNs = up ? clock.nanoTime() : downSinceNs;
            up = false;
            reason = down.reason();
        } else if (event instanceof MqttEvent.Received received) {
            receiver.receive(received.topic(), received.payload(), received.retained(), clock.nanoTime());
        }
    }

    /** Acknowledges what has been printed, and shows what is missing. */
    private void look(long nowNs) {
        if (nowNs - lookedNs < ACK_NS) {
            return;
        }
        lookedNs = nowNs;
        receiver.look(nowNs);
        if (!up) {
            return;
        }
        receiver.stored().forEach((drone, upTo) -> {
            if (!upTo.equals(acknowledged.put(drone, upTo))) {
                String topic = "skylark/1/" + options.mqtt().fleet() + "/gcs/" + options.host() + "/ack/" + drone;
                publish(topic, DomainJson.write(upTo), false);
            }
        });
    }

    private void publish(String topic, String text, boolean retain) {
        orders.offer(new Publication(epoch, 0, topic, text.getBytes(StandardCharsets.UTF_8), 1, retain, 0));
    }

    /** Says that it is away, so that the drones keep what they have for later. */
    private void leave() {
        if (up) {
            publish(presenceTopic(options), presence("offline"), true);
            while (mqtt.doWork(clock.nanoTime()) > 0) {}
        }
        mqtt.onClose();
    }
}
