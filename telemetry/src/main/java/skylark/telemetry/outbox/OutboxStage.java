package skylark.telemetry.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.VehicleState;
import skylark.stage.Link;
import skylark.stage.Stage;
import skylark.telemetry.journal.Envelopes;
import skylark.telemetry.journal.Note;
import skylark.telemetry.journal.Stamped;
import skylark.telemetry.journal.When;
import skylark.telemetry.mqtt.MqttEvent;
import skylark.telemetry.mqtt.MqttOrder;

/**
 * Takes notes, keeps them on the disk, and sends them in order of urgency, at most eight at a time. Owned by one thread;
 * it may wait for the disk, never for the network.
 */
public final class OutboxStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxStage.class);
    private static final int NOTES_A_CYCLE = 64;

    private final Links links;
    private final Envelopes envelopes;
    private final DraftMaker drafts;
    private final LongSupplier wallMs;
    private final Store store;
    private final Latest latest = new Latest();
    private final Standing standing;
    private final Reports reports;
    private final Uplink uplink;
    private final Housekeeping housekeeping;
    private final GroundStation ground;
    private long refusedBefore;
    private volatile boolean drained;
    private volatile long left;

    /**
     * What it is joined to.
     *
     * @param notes from everybody
     * @param events from the pipe
     * @param orders to the pipe
     */
    public record Links(Link<Stamped> notes, Link<MqttEvent> events, Link<MqttOrder> orders) {}

    /**
     * @param files where the outbox is
     * @param capabilities what the birth message says
     * @param vehicle the newest state for a moment; asked ten times a second
     * @param diskFailed told once each time the disk stops working; must not block
     */
    public OutboxStage(
            Links links,
            Envelopes envelopes,
            OutboxFiles files,
            Map<String, Object> capabilities,
            LongFunction<VehicleState> vehicle,
            LongSupplier wallMs,
            long nowNs,
            Consumer<String> diskFailed) {
        this.links = links;
        this.envelopes = envelopes;
        this.wallMs = wallMs;
        this.drafts = new DraftMaker(envelopes);
        this.store = new Store(files::open, diskFailed, nowNs);
        this.standing = new Standing(envelopes, capabilities);
        this.reports = new Reports(envelopes, vehicle, nowNs);
        this.ground = new GroundStation(envelopes.identity());
        this.uplink = new Uplink(links.orders(), envelopes.identity(), store, latest, standing, ground);
        this.housekeeping = new Housekeeping(store, drafts, nowNs);
    }

    @Override
    public String roleName() {
        return "telemetry";
    }

    /** Looks at the vehicle, and at what is late, ten times a second. */
    @Override
    public long idleNs() {
        return 100_000_000;
    }

    @Override
    public int doWork(long nowNs) {
        When at = new When(wallMs.getAsLong(), nowNs);
        drained = drained && links.notes().isEmpty(); // before the first is taken: see Telemetry.close
        int done = hear(at);
        done += takeNotes(at);
        reports.look(at, latest);
        if (housekeeping.isDue(nowNs)) {
            housekeeping.run(at);
            uplink.resendUnconfirmed(nowNs);
            uplink.changed();
        }
        done += uplink.send(at);
        drained = links.notes().isEmpty() && uplink.isDrained();
        return done;
    }

    /** Whether there was nothing left to send, or nobody to send it to, at the last look. Any thread. */
    public boolean isDrained() {
        return drained;
    }

    /** How many records the broker had not got when this stage closed. Any thread. */
    public long left() {
        return left;
    }

    private int hear(When at) {
        int heard = 0;
        for (MqttEvent event = links.events().poll();
                event != null;
                event = links.events().poll()) {
            heard++;
            if (event instanceof MqttEvent.Up up) {
                uplink.up(up.epoch(), at);
                standing.sayAll(at, latest);
                reports.repeat(at.monoNs());
            } else if (event instanceof MqttEvent.Received received) {
                uplink.hear(ground.hear(received));
            } else {
                uplink.hear(event, at.monoNs());
            }
        }
        uplink.settle();
        return heard;
    }

    private int takeNotes(When at) {
        List<Draft> taken = new ArrayList<>();
        int notes = 0;
        for (; notes < NOTES_A_CYCLE; notes++) {
            Stamped stamped = links.notes().poll();
            if (stamped == null) {
                break;
            }
            Draft draft = draft(stamped.note(), stamped.at());
            if (draft != null) {
                taken.add(draft);
            }
        }
        overflow(at, taken);
        if (!taken.isEmpty()) {
            housekeeping.makeRoom(at);
            store.append(taken);
            uplink.changed();
        }
        return notes;
    }

    /** What a full link could not take was counted; the count goes on record. */
    private void overflow(When at, List<Draft> taken) {
        long refused = links.notes().refused();
        if (refused > refusedBefore) {
            LOG.warn("{} notes were lost: the link was full", refused - refusedBefore);
            taken.add(drafts.gap("the link was full", (refused - refusedBefore) + " notes", at));
            refusedBefore = refused;
        }
    }

    private @Nullable Draft draft(Note note, When at) {
        if (note instanceof Note.Event event) {
            return drafts.event(event, at);
        }
        if (note instanceof Note.Dialog dialog) {
            return drafts.dialog(dialog, at);
        }
        if (note instanceof Note.Alert alert) {
            return alert(alert, at);
        }
        if (note instanceof Note.Condition condition) {
            standing.condition(condition, at, latest);
        } else if (note instanceof Note.Figures figures) {
            String body = envelopes.other("metrics", 6, at, figures.data());
            latest.put(new Latest.Message("metrics", 6, 0, false, 60, at.wallMs(), body));
        }
        return null;
    }

    private Draft alert(Note.Alert alert, When at) {
        if (alert.active()) {
            standing.begin(alert.alert());
            return drafts.alert(alert, at);
        }
        standing.end(alert.alert(), at, latest);
        return drafts.alertOver(alert, at);
    }

    @Override
    public void onClose() {
        try {
            left = store.unsent();
            store.close();
        } catch (OutboxFailure e) {
            LOG.warn("{}", e.getMessage());
        }
    }
}
