package skylark.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import skylark.app.Demo;
import skylark.app.MissionRecordings;
import skylark.broker.EmbeddedBroker;
import skylark.config.Settings;
import skylark.metrics.Metrics;
import skylark.models.store.ModelStore;
import skylark.models.store.TerminalProgress;
import skylark.replay.ReplayRun;
import skylark.replay.RunMeter;
import skylark.replay.TalkPrinter;
import skylark.replay.Terminal;
import skylark.telemetry.ground.Ground;
import skylark.telemetry.ground.GroundOptions;

/** The main job with nothing prepared. */
@Command(
        name = "demo",
        description =
                "Flies a simulated delivery with a talkative operator, watched from the ground, and leaves a report.")
final class DemoCommand implements Callable<Integer> {
    private static final int STANDARD_OUTPUT = 1;

    private final Shared shared;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/demo",
            description = "Where the report and the replies go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("out/demo");

    /** Not part of the start, which is reported. */
    private double installMs;

    DemoCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        Settings given = shared.settings();
        ModelStore store = ModelStore.at(given.models().dir());
        if (!store.complete()) {
            long beganNs = System.nanoTime();
            store.install(TerminalProgress.onStandardError());
            installMs = (System.nanoTime() - beganNs) / 1e6;
        }
        if (given.mqtt().isSet()) {
            return fly(given, null);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
            return fly(shared.settingsWith("mqtt.url=" + broker.url()), broker);
        }
    }

    private int fly(Settings settings, @Nullable EmbeddedBroker broker) {
        PrintStream console = shared.console().out();
        console.println((broker == null ? "Broker: " : "Broker within: ")
                + settings.mqtt().url());
        Thread ground = ground(settings);
        try (MissionRecordings mission = MissionRecordings.unpacked();
                Demo demo = new Demo(settings, out.resolve("replies"))) {
            ReplayRun run = run(console, demo::measured);
            boolean whole;
            try (Interruption interruption = Interruption.leadsTo(run, demo.harness())) {
                whole = demo.fly(mission.recordings(), run);
            }
            return whole ? ExitStatus.DONE : ExitStatus.FOUND_WRONG;
        } finally {
            ground.interrupt();
        }
    }

    private ReplayRun run(PrintStream console, Supplier<Metrics.Snapshot> measured) {
        Terminal terminal = Terminal.ofStream(
                STANDARD_OUTPUT, StandardCharsets.UTF_8, shared.console().environment());
        Clock clock = Clock.systemUTC();
        ReplayRun.Options options = new ReplayRun.Options("Demo", out, "real", null, null, false);
        return new ReplayRun(
                options,
                console,
                new TalkPrinter(console, terminal),
                clock,
                RunMeter.sinceProcessStartMs(clock) - installMs,
                measured);
    }

    /** What comes regularly would drown the talk. */
    private static boolean isNews(String line) {
        return !line.contains(" status ") && !line.contains(" pos ") && !line.contains(" metrics ");
    }

    /** Prints what reaches the ground, each line marked as the ground's. */
    private Thread ground(Settings settings) {
        PrintStream lines = new PrintStream(
                new MarkedLines(shared.console().out(), "     ground | ", DemoCommand::isNews),
                true,
                StandardCharsets.UTF_8);
        GroundOptions options = new GroundOptions(settings.mqtt(), GroundOptions.localHost(), false, true);
        Thread thread =
                new Thread(() -> Ground.run(options, lines, shared.console().err()), "ground");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
