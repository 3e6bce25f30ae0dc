package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.stage.Stage;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.SimulatedVehicle;
import skylark.telemetry.vehicle.VehicleEvent;

/**
 * A simulated vehicle at the other end of a link: flies it, and speaks MAVLink 2 for it as ArduPilot or PX4 do, with
 * their bad habits when a test wants them. It says nothing but heartbeats and texts until it is asked for more.
 *
 * <p>Threading: belongs to the one thread that steps it.
 */
public final class MavlinkSimulator implements Stage, AutoCloseable {
    private static final int SYSTEM = 1;
    private static final long SECOND_NS = 1_000_000_000;
    private static final long CYCLE_NS = 4_000_000;
    private static final double SILENT_S = 0.5;
    private static final int BUFFER = 2048;
    private static final int PIECE = 50;
    private static final int WARNING = 4;
    private static final int IN_PROGRESS = 5;

    private final SimulatedVehicle vehicle;
    private final Dialect dialect;
    private final Transport transport;
    private final Habits habits;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final SimulatedMessages messages;
    private final SimulatedOrders orders;
    private final Map<String, Rate> rates = new LinkedHashMap<>();
    private final Map<Long, Order> underWay = new HashMap<>();
    private final List<Later> later = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long bootNs = Long.MIN_VALUE;
    private long nowNs;
    private int heard;
    private int acks;
    private int texts;
    private boolean loaded = true;

    private static final class Rate {
        long everyNs;
        long dueNs;
    }

    /** A command of ours on its way through the vehicle; only the last of several is acknowledged. */
    private record Order(int command, int fromSystem, int fromComponent) {}

    private record Later(long atNs, Message message) {}

    MavlinkSimulator(
            SimulatedVehicle vehicle, Dialect dialect, Transport transport, @Nullable Signing signing, Habits habits) {
        this.vehicle = vehicle;
        this.dialect = dialect;
        this.transport = transport;
        this.habits = habits;
        this.reader = new FrameReader(signing == null ? null : signing.verifier(), this::take);
        this.writer = new FrameWriter(signing == null ? null : signing.signer());
        this.messages = new SimulatedMessages(dialect, habits);
        this.orders = new SimulatedOrders(dialect);
        vehicle.listen(this::onVehicleEvent);
        forget();
    }

    /**
     * Sends to, and hears from, whoever is at this address.
     *
     * @param url {@code udpout:HOST:PORT} or {@code udpin:HOST:PORT}
     * @param px4 else ArduPilot
     */
    public static MavlinkSimulator at(String url, boolean px4, SimulatedVehicle vehicle, Habits habits) {
        return new MavlinkSimulator(vehicle, px4 ? Dialect.PX4 : Dialect.ARDUPILOT, Transports.open(url), null, habits);
    }

    @Override
    public String roleName() {
        return "simulator";
    }

    @Override
    public long idleNs() {
        return CYCLE_NS;
    }

    @Override
    public int doWork(long now) {
        nowNs = now;
        if (bootNs == Long.MIN_VALUE || habits.takeReboot()) {
            bootNs = now;
            forget();
        }
        int done = vehicle.step(now) + hear();
        VehicleState state = vehicle.state(now);
        Double ageS = state.ageS();
        if (ageS != null && ageS < SILENT_S) {
            speak(state);
            tellOfLoad(state);
        }
        return done;
    }

    private void forget() {
        rates.clear();
        every("HEARTBEAT", SECOND_NS);
    }

    private void every(String name, long everyNs) {
        rates.computeIfAbsent(name, key -> new Rate()).everyNs = everyNs;
    }

    private int hear() {
        int reads = 0;
        for (; ; reads++) {
            buffer.clear();
            if (transport.read(buffer, nowNs) == 0) {
                return reads;
            }
            reader.read(buffer.flip());
            if (transport.datagrams()) {
                reader.end();
            }
        }
    }

    private void speak(VehicleState state) {
        rates.forEach((name, rate) -> {
            if (nowNs >= rate.dueNs) {
                rate.dueNs = nowNs + rate.everyNs;
                say(messages.of(name, state, (nowNs - bootNs) / 1_000_000));
            }
        });
        later.removeIf(one -> {
            boolean due = nowNs >= one.atNs;
            if (due) {
                say(one.message);
            }
            return due;
        });
    }

    /** A timer of the servo, as ArduPilot's; the load is seen by the winch, where it weighs. */
    private void tellOfLoad(VehicleState state) {
        boolean now = "attached".equals(state.payload());
        if (loaded && !now) {
            text(6, "Gripper load released");
        }
        loaded = now;
    }

    private void say(@Nullable Message message) {
        if (message != null) {
            transport.write(writer.write(message.from(SYSTEM, Message.AUTOPILOT)));
        }
    }

    private void take(Message message) {
        transport.answer();
        heard++;
        boolean deaf = habits.deafToEvery > 0 && heard % habits.deafToEvery == 0;
        boolean known = message.is("COMMAND_LONG") || message.is("COMMAND_INT");
        if (deaf) {
            return;
        }
        if (message.is("MISSION_REQUEST_LIST")) {
            Integer waypoints = vehicle.state(nowNs).waypoints();
            int items = (waypoints == null ? 0 : waypoints) + (dialect == Dialect.ARDUPILOT ? 1 : 0);
            say(Message.of("MISSION_COUNT").with("count", items).to(message.system(), message.component()));
        } else if (known && message.whole("target_system") == SYSTEM) {
            order(message);
        }
    }

    private void order(Message message) {
        int command = message.whole("command");
        Order order = new Order(command, message.system(), message.component());
        if (command == Cmd.SET_MESSAGE_INTERVAL || command == Cmd.REQUEST_MESSAGE) {
            request(message, order);
            return;
        }
        if (habits.lies) {
            acknowledge(order, 0, "");
            return;
        }
        try {
            List<VehicleCommand> own = orders.of(message, vehicle.state(nowNs));
            long ticket = 0;
            for (VehicleCommand each : own) {
                ticket = vehicle.send(each);
            }
            if (own.isEmpty()) {
                acknowledge(order, 0, "");
            } else {
                underWay.put(ticket, order);
            }
        } catch (SimulatedOrders.Refused refused) {
            acknowledge(order, refused.result(), refused.reason());
        }
    }

    private void request(Message message, Order order) {
        MessageType type = Messages.byId((int) message.number("param1"));
        Message now =
                type == null ? null : messages.of(type.name(), vehicle.state(nowNs), (nowNs - bootNs) / 1_000_000);
        if (type == null || now == null) {
            acknowledge(order, SimulatedOrders.Refused.DENIED, "");
        } else {
            if (order.command == Cmd.SET_MESSAGE_INTERVAL) {
                every(type.name(), (long) message.number("param2") * 1_000);
            }
            acknowledge(order, 0, "");
            say(now);
        }
    }

    private void onVehicleEvent(VehicleEvent event) {
        if (event instanceof VehicleEvent.Ack ack) {
            Order order = underWay.remove(ack.ticket());
            if (order != null) {
                acknowledge(order, code(ack.result()), ack.reason());
            }
        } else if (event instanceof VehicleEvent.WaypointReached reached) {
            say(Message.of("MISSION_ITEM_REACHED").with("seq", (long) dialect.sequence(reached.waypoint())));
        } else if (event instanceof VehicleEvent.MissionChanged changed) {
            messages.phase(changed.phase());
        }
    }

    private static int code(AckResult result) {
        return switch (result) {
            case ACCEPTED -> 0;
            case TEMPORARILY_REJECTED -> 1;
            case DENIED -> SimulatedOrders.Refused.DENIED;
            case UNSUPPORTED -> SimulatedOrders.Refused.UNSUPPORTED;
            default -> SimulatedOrders.Refused.FAILED;
        };
    }

    private void acknowledge(Order order, int result, String reason) {
        long atNs = nowNs + habits.ackLateNs;
        boolean tells = result != 0 && !reason.isEmpty();
        if (tells && habits.reasonFirst) {
            text(WARNING, reason);
        }
        boolean lost = habits.losesEveryAck > 0 && ++acks % habits.losesEveryAck == 0;
        if (!lost) {
            long progressNs = habits.inProgressNs;
            if (progressNs > 0 && result == 0) {
                later.add(new Later(atNs, ack(order, IN_PROGRESS)));
            }
            later.add(new Later(atNs + progressNs, ack(order, result)));
            if (habits.repeatsAcks) {
                later.add(new Later(atNs + progressNs + CYCLE_NS, ack(order, result)));
            }
        }
        if (tells && !habits.reasonFirst) {
            text(WARNING, reason);
        }
    }

    private static Message ack(Order order, int result) {
        return Message.of("COMMAND_ACK")
                .with("command", (long) order.command)
                .with("result", (long) result)
                .to(order.fromSystem, order.fromComponent);
    }

    private void text(int severity, String reason) {
        String whole =
                habits.longReasons ? reason + ", which is a longer story than fifty characters can hold" : reason;
        if (whole.length() <= PIECE) {
            later.add(new Later(nowNs, piece(severity, whole, 0, 0)));
            return;
        }
        texts++;
        for (int i = 0; i * PIECE <= whole.length(); i++) {
            String part = whole.substring(i * PIECE, Math.min(whole.length(), (i + 1) * PIECE));
            later.add(new Later(nowNs, piece(severity, part, texts, i)));
        }
    }

    private static Message piece(int severity, String text, int id, int number) {
        return Message.of("STATUSTEXT")
                .with("severity", (long) severity)
                .with("text", text)
                .with("id", (long) id)
                .with("chunk_seq", (long) number);
    }

    @Override
    public void close() {
        transport.close();
    }
}
