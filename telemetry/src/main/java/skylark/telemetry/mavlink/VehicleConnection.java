package skylark.telemetry.mavlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.stage.Doorbell;
import skylark.stage.Stage;
import skylark.telemetry.vehicle.SimulatedVehicle;
import skylark.telemetry.vehicle.SimulatorSettings;
import skylark.telemetry.vehicle.VehicleLink;
import skylark.telemetry.vehicle.VehicleStage;

/** The vehicle that {@code vehicle.url} names: the way to it, and the stages that it takes. */
public final class VehicleConnection implements AutoCloseable {
    private static final String LOCALHOST = "127.0.0.1";

    private final VehicleLink link;
    private final List<Worker> workers;
    private final List<AutoCloseable> open;

    /** A stage that works for it, and the doorbell that wakes it. */
    public record Worker(Supplier<Stage> stage, Doorbell doorbell) {}

    private VehicleConnection(VehicleLink link, List<Worker> workers, List<AutoCloseable> open) {
        this.link = link;
        this.workers = List.copyOf(workers);
        this.open = List.copyOf(open);
    }

    /**
     * Opens it; who is to hear of it listens before the stages are started.
     *
     * @param signingKey what frames are signed with; without it any vehicle is believed
     * @param simulated what is flown where the vehicle is simulated
     * @throws skylark.domain.BadInputException if it cannot be opened
     */
    public static VehicleConnection open(String url, Optional<Path> signingKey, SimulatorSettings simulated) {
        return switch (url) {
            case "sim:" -> simulator(simulated);
            case "sim:ardupilot" -> overMavlink(Dialect.ARDUPILOT, signingKey, simulated);
            case "sim:px4" -> overMavlink(Dialect.PX4, signingKey, simulated);
            default -> linked(Transports.open(url), signing(signingKey), List.of(), List.of());
        };
    }

    private static @Nullable Signing signing(Optional<Path> key) {
        return key.map(file -> Signing.of(file, Signing::systemTime)).orElse(null);
    }

    private static VehicleConnection simulator(SimulatorSettings settings) {
        Doorbell bell = new Doorbell();
        SimulatedVehicle vehicle = SimulatedVehicle.onGround(settings, bell);
        return new VehicleConnection(
                vehicle, List.of(new Worker(() -> new VehicleStage(vehicle, null), bell)), List.of());
    }

    private static VehicleConnection overMavlink(
            Dialect dialect, Optional<Path> signingKey, SimulatorSettings settings) {
        UdpTransport ours = UdpTransport.in(new InetSocketAddress(LOCALHOST, 0));
        try {
            Doorbell bell = new Doorbell();
            SimulatedVehicle vehicle = SimulatedVehicle.onGround(settings, bell);
            MavlinkSimulator simulator = new MavlinkSimulator(
                    vehicle, dialect, UdpTransport.out(ours.localAddress()), signing(signingKey), new Habits());
            return linked(ours, signing(signingKey), List.of(new Worker(() -> simulator, bell)), List.of(simulator));
        } catch (IOException e) {
            throw new UncheckedIOException("a datagram socket without an address", e);
        }
    }

    private static VehicleConnection linked(
            Transport transport, @Nullable Signing signing, List<Worker> others, List<AutoCloseable> open) {
        Doorbell bell = new Doorbell();
        MavlinkLink link = new MavlinkLink(transport, signing, bell);
        List<Worker> workers = new ArrayList<>(others);
        workers.add(new Worker(() -> new MavlinkStage(link), bell));
        List<AutoCloseable> all = new ArrayList<>(open);
        all.add(link);
        return new VehicleConnection(link, workers, all);
    }

    public VehicleLink link() {
        return link;
    }

    public List<Worker> workers() {
        return workers;
    }

    @Override
    public void close() {
        for (AutoCloseable each : open) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing a link to a vehicle fails never", e);
            }
        }
    }
}
