package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.telemetry.vehicle.AckResult;
import skylark.telemetry.vehicle.VehicleEvent;
import skylark.telemetry.vehicle.VehicleLink;
import skylark.telemetry.vehicle.VehicleListener;

/**
 * A vehicle at the other end of a transport: the first autopilot that is heard. We are its onboard computer, and never
 * a ground station.
 *
 * <p>Threading: {@link #step} belongs to one thread, which also calls the listeners; the rest is for any thread.
 */
public final class MavlinkLink implements VehicleLink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MavlinkLink.class);
    private static final int COMMANDS = 64;
    private static final int MOST_READS = 64;
    private static final int BUFFER = 2048;
    private static final long HEARTBEAT_NS = 1_000_000_000;
    private static final int DEFAULT_SYSTEM = 1;

    private final Transport transport;
    private final FrameReader reader;
    private final FrameWriter writer;
    private final Link<Courier.Order> inbox;
    private final AtomicLong tickets = new AtomicLong(NOT_SENT);
    private final List<VehicleListener> listeners = new CopyOnWriteArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private @Nullable Vehicle vehicle;
    private volatile Snapshot snapshot = Snapshot.NOTHING;
    private long nextBeatNs = Long.MIN_VALUE;
    private long nowNs;

    /**
     * @param signing what frames are signed with; without it they are not, and anybody's count
     * @param doorbell of the stage that steps it
     */
    MavlinkLink(Transport transport, @Nullable Signing signing, Doorbell doorbell) {
        this.transport = transport;
        this.reader = new FrameReader(signing == null ? null : signing.verifier(), this::take);
        this.writer = new FrameWriter(signing == null ? null : signing.signer());
        this.inbox = new Link<>("vehicle-commands", COMMANDS, doorbell);
    }

    @Override
    public VehicleState state(long now) {
        return snapshot.at(now);
    }

    @Override
    public long send(VehicleCommand command) {
        long ticket = tickets.incrementAndGet();
        return inbox.offer(new Courier.Order(ticket, command)) ? ticket : NOT_SENT;
    }

    @Override
    public void listen(VehicleListener listener) {
        listeners.add(listener);
    }

    /** Hears what has come, says what is due. Returns how much it did. */
    public int step(long now) {
        nowNs = now;
        int done = hear() + obey();
        if (now >= nextBeatNs && !transport.recorded()) {
            nextBeatNs = now + HEARTBEAT_NS;
            send(heartbeat());
        }
        Vehicle known = vehicle;
        if (known != null) {
            known.tick(now);
            snapshot = known.snapshot();
        }
        return done;
    }

    private int hear() {
        int reads = 0;
        for (; reads < MOST_READS; reads++) {
            buffer.clear();
            if (transport.read(buffer, nowNs) == 0) {
                break;
            }
            reader.read(buffer.flip());
            if (transport.datagrams()) {
                reader.end();
            }
        }
        return reads;
    }

    private int obey() {
        Courier.Order order = inbox.poll();
        if (order == null) {
            return 0;
        }
        Vehicle known = vehicle;
        if (known == null || transport.recorded()) {
            String reason = transport.recorded() ? "this is a recording" : "no autopilot heard";
            tell(new VehicleEvent.Ack(order.ticket(), order.command(), AckResult.FAILED, reason));
        } else {
            known.command(order, nowNs);
        }
        return 1;
    }

    private void take(Message message) {
        Vehicle known = vehicle;
        if (known == null && Vehicle.isAutopilot(message)) {
            known = new Vehicle(message, this::send, this::tell);
            vehicle = known;
            LOG.info(
                    "vehicle {} found: {}",
                    message.system(),
                    known.dialect().name().toLowerCase(Locale.ROOT));
        }
        if (known == null || !known.take(message, nowNs)) {
            return;
        }
        if (message.is("HEARTBEAT")) {
            transport.answer();
        }
    }

    private void send(Message message) {
        if (!transport.recorded()) {
            Vehicle known = vehicle;
            int system = known == null ? DEFAULT_SYSTEM : known.system();
            transport.write(writer.write(message.from(system, Message.ONBOARD_COMPUTER)));
        }
    }

    /** Of type ONBOARD_CONTROLLER, with autopilot INVALID, state ACTIVE. */
    private static Message heartbeat() {
        return Message.of("HEARTBEAT")
                .with("type", 18L)
                .with("autopilot", 8L)
                .with("system_status", 4L)
                .with("mavlink_version", 3L);
    }

    private void tell(VehicleEvent event) {
        if (event instanceof VehicleEvent.Outcome outcome && !outcome.done()) {
            LOG.warn("{} was accepted and not seen: {}", outcome.command().name(), outcome.reason());
        }
        listeners.forEach(listener -> listener.onVehicleEvent(event));
    }

    /** Frames that were garbled, none of ours, or refused for their signature. The link's thread. */
    String faults() {
        return reader.badChecksums() + " bad checksums, " + reader.unknown() + " unknown, " + reader.refused()
                + " refused";
    }

    @Override
    public void close() {
        if (reader.badChecksums() + reader.refused() > 0) {
            LOG.info("vehicle link: {}", faults());
        }
        transport.close();
    }
}
