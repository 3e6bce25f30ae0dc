package skylark.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import skylark.domain.BadInputException;

/**
 * An MQTT 5 broker inside this process, on 127.0.0.1 only, without persistence: for the demo and for tests. In the field
 * a Mosquitto takes its place. It reports nothing to anybody.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String CONFIGURATION =
            """
            <?xml version="1.0" encoding="UTF-8" ?>
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

    private EmbeddedBroker(EmbeddedHiveMQ broker, Path folder, int port) {
        this.broker = broker;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param port 0 for any that is free
     * @throws BadInputException when the port is in use
     */
    public static EmbeddedBroker start(int port) {
        int free = free(port);
        try {
            Path folder = Files.createTempDirectory("skylark-broker");
            Path conf = Files.createDirectories(folder.resolve("conf"));
            Files.writeString(conf.resolve("config.xml"), String.format(CONFIGURATION, free));
            EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                    .withConfigurationFolder(conf)
                    .withDataFolder(Files.createDirectories(folder.resolve("data")))
                    .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                    .withEmbeddedExtension(everybody())
                    .withoutLoggingBootstrap()
                    .build();
            broker.start().get();
            return new EmbeddedBroker(broker, folder, free);
        } catch (IOException | ExecutionException e) {
            throw new BadInputException("the broker within cannot start on port " + free + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadInputException("the broker within was interrupted while it started", e);
        }
    }

    /** Where it listens, as {@code mqtt.url} has it. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        try {
            broker.stop().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker within did not stop: " + e.getMessage(), e);
        } finally {
            remove(folder);
        }
    }

    private static int free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BadInputException(
                    "port " + port + " of 127.0.0.1: expected a free one (" + e.getMessage() + ")", e);
        }
    }

    private static EmbeddedExtension everybody() {
        return EmbeddedExtension.builder()
                .withId("skylark-demo")
                .withName("Everybody on this machine may connect")
                .withVersion("1")
                .withAuthor("Skylark")
                .withPriority(0)
                .withStartPriority(1000)
                .withExtensionMain(new AllowAll())
                .build();
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot be removed: " + e.getMessage(), e);
        }
    }

    private static final class AllowAll implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            SimpleAuthenticator allow = (in, out) -> out.authenticateSuccessfully();
            Services.securityRegistry().setAuthenticatorProvider(provider -> allow);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            // nothing was opened
        }
    }
}
