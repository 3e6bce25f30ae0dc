package skylark.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;

/** HiveMQ CE, keeping everything in memory, reachable from this machine only, and reporting to nobody. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String CONFIG =
            """
            <?xml version="1.0"?>
            <hivemq>
              <listeners>
                <tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>
              </listeners>
              <persistence><mode>in-memory</mode></persistence>
              <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
            </hivemq>
            """;

    private final EmbeddedHiveMQ broker;
    private final Path folder;
    private final int port;
    /** Ctrl-C leaves nothing behind either. */
    private final Thread broom;

    private EmbeddedBroker(EmbeddedHiveMQ broker, Path folder, int port) {
        this.broker = broker;
        this.folder = folder;
        this.port = port;
        this.broom = new Thread(() -> remove(folder), "broker-broom");
        Runtime.getRuntime().addShutdownHook(broom);
    }

    /**
     * Starts one and waits until it listens, which takes some seconds.
     *
     * @param port 0 for any that is free
     * @throws BadInputException when the port is in use, or there is no room for its few files
     */
    public static EmbeddedBroker start(int port) {
        int chosen = free(port);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("skylark-broker");
            EmbeddedHiveMQ broker = build(folder, chosen);
            broker.start().join();
            return new EmbeddedBroker(broker, folder, chosen);
        } catch (IOException | CompletionException e) {
            remove(folder);
            throw new BadInputException("the embedded broker cannot start on port " + chosen + ": " + e, e);
        }
    }

    private static EmbeddedHiveMQ build(Path folder, int port) throws IOException {
        Path config = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(config.resolve("config.xml"), CONFIG.formatted(port));
        return EmbeddedHiveMQ.builder()
                .withConfigurationFolder(config)
                .withDataFolder(Files.createDirectories(folder.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                .withoutLoggingBootstrap() // it would take over the logging of the whole process
                .build();
    }

    private static int free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BadInputException("port " + port + " on 127.0.0.1: in use; expected a free one", e);
        }
    }

    public int port() {
        return port;
    }

    /** As {@code mqtt.url} wants it. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Stops it. It takes four seconds for that; nobody has to wait for them, so this returns at once. */
    @Override
    public void close() {
        broker.stop().whenComplete((done, error) -> {
            if (error != null) {
                LOG.debug("the broker did not stop in order: {}", error.toString());
            }
            remove(folder); // once more: it may have written while it stopped
        });
        remove(folder);
        forgetBroom();
    }

    private void forgetBroom() {
        try {
            Runtime.getRuntime().removeShutdownHook(broom);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends: the broom sweeps by itself");
        }
    }

    private static void remove(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.debug("left behind: {}", folder, e);
        }
    }
}
