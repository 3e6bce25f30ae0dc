package skylark.telemetry.outbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.stage.Link;
import skylark.telemetry.journal.Identity;
import skylark.telemetry.journal.Sending;
import skylark.telemetry.journal.When;
import skylark.telemetry.mqtt.MqttEvent;
import skylark.telemetry.mqtt.MqttOrder;
import skylark.telemetry.mqtt.Publication;

/** The window to the pipe: what goes next, what is in flight, what was acknowledged. Owned by the outbox's thread. */
final class Uplink {
    /** Without any answer for so long, the connection is not one. */
    private static final long SILENCE_NS = 20_000_000_000L;

    private static final long RESEND_NS = 30_000_000_000L;
    private static final long REFUSED_WAIT_NS = 1_000_000_000L;

    private final Link<MqttOrder> orders;
    private final Identity identity;
    private final Store store;
    private final Latest latest;
    private final Standing standing;
    private final GroundStation ground;
    private final Window window = new Window();
    private final Backlog backlog = new Backlog();
    private final List<String> arrived = new ArrayList<>();
    /** The broker took these, but nobody subscribes to them: they wait until a ground host comes, or half a minute. */
    private final List<String> unheard = new ArrayList<>();

    private boolean up;
    /** The last attempt to connect failed; before the first has ended there is still hope. */
    private boolean unreachable;

    private boolean unconfirmed;
    private long epoch;
    private long pausedUntilNs = Long.MIN_VALUE;
    private long resentNs;

    Uplink(
            Link<MqttOrder> orders,
            Identity identity,
            Store store,
            Latest latest,
            Standing standing,
            GroundStation ground) {
        this.orders = orders;
        this.identity = identity;
        this.store = store;
        this.latest = latest;
        this.standing = standing;
        this.ground = ground;
        store.onMove(backlog::replaced);
    }

    void changed() {
        backlog.changed();
    }

    void up(long newEpoch, When at) {
        forgetInFlight();
        up = true;
        unreachable = false;
        epoch = newEpoch;
        pausedUntilNs = Long.MIN_VALUE;
        resentNs = at.monoNs();
        store.unmarkSent();
        backlog.connected(store.lastRow(), at.monoNs());
    }

    void hear(MqttEvent event, long nowNs) {
        if (event instanceof MqttEvent.Down down) {
            down(down);
        } else if (event instanceof MqttEvent.Acked acked && acked.epoch() == epoch) {
            acknowledged(window.end(acked.ticket()), acked.heard());
        } else if (event instanceof MqttEvent.Refused refused && refused.epoch() == epoch) {
            comeBack(window.end(refused.ticket()));
            pausedUntilNs = nowNs + REFUSED_WAIT_NS;
        }
    }

    private void down(MqttEvent.Down down) {
        unreachable = true;
        if (down.epoch() == epoch) {
            up = false;
            forgetInFlight();
        }
    }

    void hear(GroundStation.News news) {
        if (news instanceof GroundStation.Online) {
            store.unmarkSent();
            backlog.changed();
        } else if (news instanceof GroundStation.Stored stored) {
            settle();
            stored.upTo().forEach(store::acknowledged);
        }
    }

    /** Writes down at once what was acknowledged one by one. */
    void settle() {
        if (!unheard.isEmpty()) {
            store.markSent(unheard);
            unconfirmed = true;
            unheard.clear();
        }
        if (arrived.isEmpty()) {
            return;
        }
        if (ground.confirms()) {
            store.markSent(arrived);
            unconfirmed = true;
        } else {
            store.remove(arrived);
        }
        arrived.clear();
    }

    /** The ground did not confirm what the broker has had for long: once more, the ground knows copies by their id. */
    void resendUnconfirmed(long nowNs) {
        if (up && unconfirmed && nowNs - resentNs >= RESEND_NS) {
            resentNs = nowNs;
            unconfirmed = false;
            store.unmarkSent();
        }
    }

    /** Fills the window; how many were handed to the pipe. */
    int send(When at) {
        if (!up || at.monoNs() < pausedUntilNs) {
            return 0;
        }
        if (window.oldestNs(at.monoNs()) > SILENCE_NS) {
            up = false;
            orders.offer(new MqttOrder.Reconnect(epoch, "nothing was acknowledged for 20 s"));
            return 1;
        }
        int sent = 0;
        while (window.free() > 0 && sendNext(at)) {
            sent++;
        }
        return sent;
    }

    private boolean sendNext(When at) {
        Latest.Message message = latest.poll();
        if (message != null) {
            return send(message, at);
        }
        Backlog.Choice choice = backlog.next(store, window, at.monoNs());
        return choice != null && send(choice, at);
    }

    private boolean send(Latest.Message message, When at) {
        long ticket = window.begin(new Window.Sent(null, message, false, at.monoNs()));
        byte[] payload = message.body().isEmpty()
                ? new byte[0]
                : Sending.bytes(message.body(), message.createdMs(), at.wallMs());
        return handOver(new Publication(
                epoch,
                ticket,
                identity.topic(message.topic()),
                payload,
                message.qos(),
                message.retain(),
                message.expiresS()));
    }

    private boolean send(Backlog.Choice choice, When at) {
        Entry entry = choice.entry();
        long ticket = window.begin(new Window.Sent(entry, null, choice.backlog(), at.monoNs()));
        long expiresS = Math.max(1, (entry.draft().expiresMs() - at.wallMs()) / 1000);
        boolean retain = standing.retains(entry);
        return handOver(new Publication(
                epoch,
                ticket,
                identity.topic(entry.draft().topic()),
                Sending.bytes(entry.body(), entry.draft().createdMs(), at.wallMs()),
                1,
                retain,
                retain ? 0 : expiresS));
    }

    private boolean handOver(Publication publication) {
        if (orders.offer(publication)) {
            return true;
        }
        comeBack(window.end(publication.ticket()));
        return false;
    }

    private void acknowledged(Window.@Nullable Sent sent, boolean heard) {
        if (sent != null && sent.entry() != null) {
            (heard ? arrived : unheard).add(sent.entry().id());
        }
    }

    private void comeBack(Window.@Nullable Sent sent) {
        if (sent != null && sent.message() != null) {
            latest.putBack(sent.message());
        }
        backlog.changed();
    }

    private void forgetInFlight() {
        settle();
        window.clear().forEach(this::comeBack);
    }

    /** Nothing to send, or nobody to send it to. */
    boolean isDrained() {
        return up ? latest.isEmpty() && window.isEmpty() && backlog.isExhausted() : unreachable;
    }
}
