package skylark.live;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A PulseAudio of the test's own, with virtual devices and nothing else. In the sink {@code room} the operator speaks on
 * the left and the assistant on the right, so that whoever records it hears both on one clock.
 */
final class PulseServer implements AutoCloseable {
    static final String EAR = "module-remap-source source_name=ear master=room.monitor channels=1"
            + " master_channel_map=front-left channel_map=mono remix=no";
    static final String SPEAKER = remappedSink("speaker", "front-right");
    private static final String MOUTH = remappedSink("mouth", "front-left");
    private static final String ROOM =
            "module-null-sink sink_name=room rate=48000 channels=2 channel_map=front-left,front-right";
    private static final List<String> TOOLS = List.of("pulseaudio", "pactl", "paplay", "parec");

    private final Path folder;
    private final Process daemon;

    private PulseServer(Path folder, Process daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    private static String remappedSink(String name, String channel) {
        return "module-remap-sink sink_name=" + name + " master=room channels=1 master_channel_map=" + channel
                + " channel_map=mono remix=no";
    }

    /** Started; the test is skipped, by name, where PulseAudio is not installed. */
    static PulseServer start(Path folder) throws Exception {
        for (String tool : TOOLS) {
            assumeTrue(
                    Stream.of("/usr/bin/", "/usr/local/bin/").anyMatch(bin -> Files.isExecutable(Path.of(bin + tool))),
                    tool + " is not installed, which comes with pulseaudio and pulseaudio-utils");
        }
        Path home = Files.createDirectories(folder.resolve("home"));
        ProcessBuilder builder = new ProcessBuilder(
                "pulseaudio",
                "-n",
                "--daemonize=no",
                "--exit-idle-time=-1",
                "--use-pid-file=no",
                "-L",
                "module-native-protocol-unix auth-anonymous=1 socket=" + folder.resolve("native"));
        builder.environment().putAll(Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", home.toString()));
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("pulseaudio.log").toFile());
        PulseServer server = new PulseServer(folder, builder.start());
        await(20, () -> Files.exists(folder.resolve("native")));
        for (String module : List.of(ROOM, MOUTH, SPEAKER, EAR)) {
            server.load(module);
        }
        // Else the recorder would be moved to each new microphone.
        server.run(List.of("pactl", "set-default-source", "room.monitor"));
        server.run(List.of("pactl", "set-default-sink", "room"));
        return server;
    }

    String address() {
        return "unix:" + folder.resolve("native");
    }

    /** Plugs a device in; returns what {@link #unload} takes. */
    String load(String module) throws Exception {
        List<String> call = new ArrayList<>(List.of("pactl", "load-module"));
        call.addAll(List.of(module.split(" ")));
        return run(call).strip();
    }

    void unload(String number) throws Exception {
        run(List.of("pactl", "unload-module", number));
    }

    /** The number of a module that is loaded. */
    String number(String module) throws Exception {
        return run(List.of("pactl", "list", "short", "modules"))
                .lines()
                .filter(line -> line.contains(module.split(" ")[1]))
                .map(line -> line.split("\t")[0])
                .findFirst()
                .orElseThrow();
    }

    /** Speaks a recording into the room, to its end. */
    void say(Path recording) throws Exception {
        run(List.of("paplay", "--device=mouth", recording.toString()));
    }

    /** Records the room, 48 kHz, left and right, until it is destroyed. */
    Process record(Path raw) throws IOException {
        return builder(List.of(
                        "parec",
                        "--device=room.monitor",
                        "--latency-msec=10",
                        "--rate=48000",
                        "--channels=2",
                        "--format=s16le"))
                .redirectOutput(raw.toFile())
                .redirectError(folder.resolve("parec.log").toFile())
                .start();
    }

    private String run(List<String> call) throws Exception {
        Process process = builder(call).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", call) + ": " + said);
        }
        return said;
    }

    ProcessBuilder builder(List<String> call) {
        ProcessBuilder builder = new ProcessBuilder(call);
        builder.environment().put("PULSE_SERVER", address());
        return builder;
    }

    /** Until it holds, or so many seconds have passed. */
    static void await(int seconds, BooleanSupplier holds) throws InterruptedException {
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!holds.getAsBoolean() && System.nanoTime() < endNs) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() throws Exception {
        daemon.destroyForcibly().waitFor();
    }
}
