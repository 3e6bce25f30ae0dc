package skylark.telemetry.mqtt;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.stage.Link;
import skylark.stage.Stage;

/**
 * Keeps a connection: connects, replaces what was lost after a pause, and passes messages both ways.
 *
 * <p>Owned by one thread. Paho's threads talk to it through the link {@code inbox}; what it reports goes to
 * {@code owner}, on this thread.
 */
public final class MqttStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(MqttStage.class);
    private final MqttOptions options;
    private final long connectNs;
    private final Link<MqttOrder> outgoing;
    private final Link<MqttEvent> inbox;
    private final Consumer<MqttEvent> owner;
    private final Backoff backoff = new Backoff(new SplittableRandom());
    private @Nullable MqttConnection connection;
    private boolean up;
    private final AtomicLong epochs;
    private long epoch;
    private long sinceNs;
    private long waitNs;
    private boolean told;

    /**
     * @param outgoing what others want sent
     * @param inbox carries Paho's reports to this stage; both links ring this stage's doorbell
     * @param epochs counts the connections; shared with the stage that follows when this one is replaced
     * @param owner told everything, on this stage's thread; must not block
     */
    public MqttStage(
            MqttOptions options,
            Link<MqttOrder> outgoing,
            Link<MqttEvent> inbox,
            AtomicLong epochs,
            Consumer<MqttEvent> owner) {
        this.options = options;
        this.connectNs = options.connectS() * 1_000_000_000L;
        this.outgoing = outgoing;
        this.inbox = inbox;
        this.epochs = epochs;
        this.owner = owner;
        if (options.tls()) {
            Tls.sockets(options); // a certificate that cannot be read is the caller's error, not a reason to retry
        }
    }

    @Override
    public String roleName() {
        return "mqtt";
    }

    @Override
    public int doWork(long nowNs) {
        int done = drainEvents(nowNs);
        if (connection == null) {
            done += connect(nowNs);
        } else if (!up && nowNs - sinceNs > connectNs) {
            lost("no answer", nowNs);
        }
        return done + send(nowNs);
    }

    private int connect(long nowNs) {
        if (nowNs - sinceNs < waitNs) {
            return 0;
        }
        sinceNs = nowNs;
        epoch = epochs.incrementAndGet();
        try {
            connection = new MqttConnection(options, epoch, this::put);
            connection.begin();
        } catch (MqttException e) {
            lost(e.toString(), nowNs);
        }
        return 1;
    }

    /** Paho's threads. A full link is answered by an exception, which ends the connection: nothing is acknowledged. */
    private void put(MqttEvent event) {
        if (!inbox.offer(event)) {
            throw new IllegalStateException("too much arrives at once");
        }
    }

    private int drainEvents(long nowNs) {
        int done = 0;
        for (MqttEvent event = inbox.poll(); event != null; event = inbox.poll()) {
            handle(event, nowNs);
            done++;
        }
        return done;
    }

    private void handle(MqttEvent event, long nowNs) {
        if (event instanceof MqttEvent.Down down) {
            if (down.epoch() == epoch && connection != null) {
                lost(down.reason(), nowNs);
            }
        } else if (event instanceof MqttEvent.Up now) {
            if (now.epoch() == epoch && connection != null) {
                up = true;
                told = false;
                backoff.reset();
                owner.accept(now);
            }
        } else {
            owner.accept(event);
        }
    }

    private void lost(String reason, long nowNs) {
        if (connection != null) {
            connection.retire(false);
        }
        connection = null;
        up = false;
        sinceNs = nowNs;
        waitNs = backoff.nextNs();
        if (!told) {
            told = true;
            LOG.info("no connection to {}: {}", options.url(), reason);
        }
        owner.accept(new MqttEvent.Down(epoch, reason));
    }

    private int send(long nowNs) {
        MqttOrder next = outgoing.poll();
        if (next instanceof Publication publication && publication.epoch() == epoch) {
            publish(publication);
        } else if (next instanceof MqttOrder.Reconnect order && order.epoch() == epoch && connection != null) {
            lost(order.reason(), nowNs);
        }
        return next == null ? 0 : 1;
    }

    private void publish(Publication publication) {
        if (connection == null || !up) {
            return; // its sender is told of the loss of this connection
        }
        try {
            connection.publish(publication);
        } catch (MqttException e) {
            owner.accept(new MqttEvent.Refused(epoch, publication.ticket(), e.toString()));
        }
    }

    /** Leaves in order and waits a little for that. */
    @Override
    public void onClose() {
        MqttConnection last = connection;
        if (last == null) {
            return;
        }
        connection = null;
        try {
            last.retire(up).join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
