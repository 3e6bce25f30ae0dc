package skylark.telemetry.mavlink;

import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.VehicleEvent;

/** The autopilot that was found: what it says, what it is asked and told. Owned by the link's thread. */
final class Vehicle implements Courier.Autopilot {
    private static final Logger LOG = LoggerFactory.getLogger(Vehicle.class);
    private static final int GROUND_STATION = 6;
    private static final long GONE_NS = 3_000_000_000L;
    private static final long CLOCK_SLACK_MS = 1_000;

    private final int system;
    private final Dialect dialect;
    private final Consumer<Message> sender;
    private final Consumer<VehicleEvent> events;
    private final Sighting sighting;
    private final Wishes wishes;
    private final Courier courier;
    private final CommandBook book;
    private final MissionProgress mission;
    private final Texts texts;
    private VehicleState state = VehicleState.UNKNOWN;
    private boolean changed;
    private long bootMs;
    private long nowNs;

    /** @param heartbeat by which it was found */
    Vehicle(Message heartbeat, Consumer<Message> sender, Consumer<VehicleEvent> events) {
        this.system = heartbeat.system();
        this.dialect = Dialect.of(heartbeat.whole("autopilot")).orElse(Dialect.ARDUPILOT);
        this.sender = sender;
        this.events = events;
        this.sighting = new Sighting(dialect);
        this.wishes = new Wishes(dialect, sighting, this::send);
        this.courier = new Courier(this, events);
        this.book = CommandBook.of(dialect);
        this.mission = new MissionProgress(dialect, events);
        this.texts = new Texts(this::text);
    }

    /** A heartbeat of an autopilot that we can talk to. */
    static boolean isAutopilot(Message message) {
        return message.is("HEARTBEAT")
                && message.component() == Message.AUTOPILOT
                && message.whole("type") != GROUND_STATION
                && Dialect.of(message.whole("autopilot")).isPresent();
    }

    /** False for what another one says. */
    boolean take(Message message, long now) {
        nowNs = now;
        boolean own = message.system() == system && message.component() == Message.AUTOPILOT;
        if (!own && !message.is("RADIO_STATUS") && !message.is("WINCH_STATUS")) {
            return false;
        }
        switch (message.name()) {
            case "STATUSTEXT" -> texts.take(message, now);
            case "COMMAND_ACK" -> acknowledged(message);
            case "MISSION_ITEM_REACHED" -> mission.reached(message, state.waypoints());
            default -> see(message);
        }
        return own;
    }

    private void see(Message message) {
        if (message.is("GLOBAL_POSITION_INT")) {
            watchBoot(message.wide("time_boot_ms"));
        }
        boolean back = sighting.newestNs() != 0 && nowNs - sighting.newestNs() > GONE_NS;
        if (back) {
            wishes.anew();
        }
        sighting.take(message, nowNs);
        changed = true;
        if (message.is("MISSION_CURRENT")) {
            mission.current(message);
        } else if (message.is("MISSION_COUNT")) {
            send(Message.of("MISSION_ACK").with("type", 15L)); // cancelled: the number was all we wanted
        }
    }

    /** A clock that goes back is a vehicle that was restarted: it has forgotten what it was asked. */
    private void watchBoot(long ms) {
        if (ms + CLOCK_SLACK_MS < bootMs) {
            LOG.warn("vehicle {} was restarted", system);
            wishes.anew();
            wishes.homeMoved();
        }
        bootMs = ms;
    }

    private void acknowledged(Message ack) {
        int target = ack.whole("target_system");
        int component = ack.whole("target_component");
        boolean ours = (target == 0 || target == system) && (component == 0 || component == Message.ONBOARD_COMPUTER);
        if (ours) {
            courier.acknowledged(ack, nowNs);
        }
    }

    private void text(int severity, String text) {
        sighting.text(text.toLowerCase(Locale.ROOT));
        changed = true;
        courier.text(severity, text, nowNs);
        events.accept(new VehicleEvent.Text(severity, text));
    }

    void command(Courier.Order order, long now) {
        nowNs = now;
        refresh();
        courier.take(order, now);
        if ("DO_SET_HOME".equals(order.command().name())
                || "COMPONENT_ARM_DISARM".equals(order.command().name())) {
            wishes.homeMoved();
        }
    }

    void tick(long now) {
        nowNs = now;
        texts.tick(now);
        refresh();
        courier.tick(now);
        if (!courier.busy()) {
            wishes.tick(now);
        }
    }

    private void refresh() {
        if (changed) {
            changed = false;
            state = sighting.state();
            mission.look(state);
        }
    }

    Snapshot snapshot() {
        long heartbeatNs = sighting.heardNs("HEARTBEAT");
        long positionNs = sighting.has("GLOBAL_POSITION_INT") ? sighting.heardNs("GLOBAL_POSITION_INT") : heartbeatNs;
        return new Snapshot(state, sighting.newestNs(), heartbeatNs, positionNs);
    }

    int system() {
        return system;
    }

    Dialect dialect() {
        return dialect;
    }

    @Override
    public VehicleState state() {
        return state;
    }

    @Override
    public Plan plan(VehicleCommand command) throws Plan.Unable {
        return book.plan(command, state, sighting.homeAmslM());
    }

    @Override
    public void send(Message message) {
        sender.accept(message.to(system, Message.AUTOPILOT));
    }
}
