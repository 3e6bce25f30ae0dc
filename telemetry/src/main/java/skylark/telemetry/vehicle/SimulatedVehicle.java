package skylark.telemetry.vehicle;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.stage.Doorbell;
import skylark.stage.Link;

/**
 * A quadcopter of the imagination, flown in ticks of 20 ms. It starts on the ground, disarmed, with a package, or
 * hovering as {@link VehicleState#hover} has it.
 *
 * <p>Threading: {@link #step} belongs to one thread, which also calls the listeners; the rest is for any thread. Flights
 * are reproducible: the same commands and faults before the same steps give the same states.
 */
public final class SimulatedVehicle implements VehicleLink {
    static final double TICK_S = 0.02;
    private static final long TICK_NS = 20_000_000;
    private static final int TICKS_PER_SNAPSHOT = 5;
    private static final int COMMANDS = 64;
    /** After a stall the world goes on from now, instead of racing through what was missed. */
    private static final long MOST_CATCH_UP_NS = 5_000_000_000L;

    private final Airframe airframe;
    private final Autopilot autopilot;
    private final Battery battery;
    private final Weather weather;
    private final Payload payload = new Payload();
    private final Health health = new Health();
    private final Commands commands;
    private final Globe where;
    private final Link<Sent> inbox;
    private final AtomicLong tickets = new AtomicLong(NOT_SENT);
    private final List<VehicleListener> listeners = new CopyOnWriteArrayList<>();
    private volatile Snapshot snapshot;
    private long tickedToNs;
    private boolean started;
    private int ticks;

    private record Snapshot(VehicleState state, long takenNs) {}

    private sealed interface Sent {}

    private record SentCommand(long ticket, VehicleCommand command) implements Sent {}

    private record SentFault(Fault fault, boolean active) implements Sent {}

    private SimulatedVehicle(SimulatorSettings settings, Airframe airframe, Doorbell doorbell) {
        this.airframe = airframe;
        this.autopilot = new Autopilot(airframe, settings.mission(), settings.cruiseMps(), this::tell);
        this.battery = new Battery(settings.batteryPct(), settings.enduranceS());
        this.weather = new Weather(settings);
        this.commands = new Commands(autopilot, airframe, payload, health, settings.where());
        this.where = settings.where();
        this.inbox = new Link<>("vehicle-commands", COMMANDS, doorbell);
        this.snapshot = new Snapshot(VehicleState.UNKNOWN, 0);
    }

    /**
     * On the ground at the take-off point, disarmed, the nose to the north.
     *
     * @param doorbell of the stage that steps it
     */
    public static SimulatedVehicle onGround(SimulatorSettings settings, Doorbell doorbell) {
        return new SimulatedVehicle(settings, new Airframe(Point.ORIGIN, 0), doorbell);
    }

    /** Hovering 120 m east of home at 20 m, the nose to the east, on its way to the third of its waypoints. */
    public static SimulatedVehicle hovering(SimulatorSettings settings, Doorbell doorbell) {
        var vehicle = new SimulatedVehicle(settings, new Airframe(new Point(120, 0, 20), 90), doorbell);
        vehicle.autopilot.startFlying(Math.max(1, Math.min(3, settings.mission().size())));
        return vehicle;
    }

    @Override
    public VehicleState state(long nowNs) {
        Snapshot seen = snapshot;
        double ageS = Math.max(0, (nowNs - seen.takenNs) / 1e9);
        return seen.state.toBuilder()
                .ageS(seen.state == VehicleState.UNKNOWN ? null : ageS)
                .build();
    }

    @Override
    public long send(VehicleCommand command) {
        long ticket = tickets.incrementAndGet();
        return inbox.offer(new SentCommand(ticket, command)) ? ticket : NOT_SENT;
    }

    @Override
    public void listen(VehicleListener listener) {
        listeners.add(listener);
    }

    /** Breaks or mends something. Any thread; false when too much is waiting already. */
    public boolean set(Fault fault, boolean active) {
        return inbox.offer(new SentFault(fault, active));
    }

    /** Carries out what was sent and flies on to {@code nowNs}. The first call only starts the clock. */
    public int step(long nowNs) {
        if (!started) {
            started = true;
            tickedToNs = nowNs;
            publish(nowNs);
        }
        int done = receive(nowNs);
        tickedToNs = Math.max(tickedToNs, nowNs - MOST_CATCH_UP_NS);
        while (nowNs - tickedToNs >= TICK_NS) {
            tickedToNs += TICK_NS;
            tick();
            done++;
        }
        return done;
    }

    private int receive(long nowNs) {
        int taken = 0;
        for (Sent sent = inbox.poll(); sent != null; sent = inbox.poll()) {
            if (sent instanceof SentCommand order) {
                Reply reply = commands.carryOut(order.command);
                tell(new VehicleEvent.Ack(order.ticket, order.command, reply.result(), reply.reason()));
            } else if (sent instanceof SentFault broken) {
                health.set(broken.fault, broken.active);
                payload.jam(health.has(Fault.GRIPPER_JAMMED));
            }
            taken++;
        }
        if (taken > 0) {
            publish(nowNs);
        }
        return taken;
    }

    private void tick() {
        weather.blow(TICK_S);
        autopilot.tick(TICK_S);
        payload.tick(TICK_S);
        battery.drain(autopilot.flying(), autopilot.armed(), payload.attached(), airframe.speedMps(), TICK_S);
        if (++ticks % TICKS_PER_SNAPSHOT == 0) {
            publish(tickedToNs);
        }
    }

    private void tell(VehicleEvent event) {
        listeners.forEach(listener -> listener.onVehicleEvent(event));
    }

    private void publish(long nowNs) {
        if (!health.has(Fault.AUTOPILOT_SILENT)) {
            snapshot = new Snapshot(observed(), nowNs);
        }
    }

    private VehicleState observed() {
        Point here = airframe.position();
        boolean gps = !health.has(Fault.GPS_LOST);
        boolean mission = autopilot.mission().loaded();
        return new VehicleState.Builder()
                .armed(autopilot.armed())
                .mode(autopilot.mode().name())
                .landed(autopilot.ground().word)
                .batteryPct(battery.pct())
                .batteryS(battery.secondsLeft())
                .altM(here.upM())
                .speedMps(airframe.speedMps())
                .climbMps(airframe.climbMps())
                .headingDeg(airframe.headingDeg())
                .lat(where.lat(here))
                .lon(where.lon(here))
                .homeM(here.levelDistanceM(autopilot.home()))
                .homeDeg(here.bearingDeg(autopilot.home()))
                .etaS(autopilot.secondsHome())
                .windMps(weather.windMps())
                .windFromDeg(weather.windFromDeg())
                .gpsFix(gps ? 3 : 1)
                .satellites(gps ? weather.satellites() : 3)
                .linkPct(health.has(Fault.LINK_LOST) ? 0.0 : 95.0)
                .waypoint(mission ? autopilot.mission().next() : null)
                .waypoints(autopilot.mission().size())
                .payload(payload.attached() ? "attached" : "released")
                .winchM(payload.lineM())
                .health(health.failures())
                .build();
    }
}
