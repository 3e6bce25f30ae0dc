package skylark.telemetry.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The real broker, as a process of the test's own on a free port. */
public final class Mosquitto implements AutoCloseable {
    private final Path folder;
    private final List<String> settings;
    private final int port;
    private Process process;

    private Mosquitto(Path folder, int port, List<String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
    }

    /** Started; the test is skipped, by name, where Mosquitto is not installed. */
    public static Mosquitto start(Path folder, String... settings) throws IOException {
        assumeTrue(program().isPresent(), "mosquitto is not installed");
        Mosquitto broker = new Mosquitto(folder, freePort(), List.of(settings));
        broker.restart();
        return broker;
    }

    private static Optional<Path> program() {
        return Stream.of("/usr/sbin/mosquitto", "/usr/bin/mosquitto", "/usr/local/sbin/mosquitto")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public void restart() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("listener " + port + " 127.0.0.1");
        lines.add("allow_anonymous true");
        if ("root".equals(System.getProperty("user.name"))) {
            lines.add("user root"); // else it could not read the test's own files
        }
        lines.addAll(settings);
        Path config = Files.write(folder.resolve("mosquitto-" + port + ".conf"), lines);
        process = new ProcessBuilder(program().orElseThrow().toString(), "-c", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        Eventually.within(10, "mosquitto answers", this::answers);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** As a power cut would have it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int port() {
        return port;
    }

    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
