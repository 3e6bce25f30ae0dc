package skylark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.app.FaultyPlayer;
import skylark.app.FieldHarness;
import skylark.app.FieldHarness.Options;
import skylark.app.Garbage;
import skylark.app.GroundNotes;
import skylark.app.Scratch;
import skylark.audio.pcm.NoiseMixer;
import skylark.audio.pcm.WavReader;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.metrics.Metrics;
import skylark.pipeline.Fault;
import skylark.pipeline.Injection;
import skylark.pipeline.TurnListener;
import skylark.replay.Recording;
import skylark.replay.Recordings;
import skylark.replay.ReplayRun;
import skylark.replay.RunMeter;
import skylark.replay.TalkPrinter;
import skylark.replay.Terminal;
import skylark.stage.NanoClock;

/** The field harness: recorded audio through the whole pipeline. */
@Command(
        name = "replay",
        description = "Plays recordings through the whole pipeline, prints the talk and leaves a report.")
final class ReplayCommand implements Callable<Integer> {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;
    private static final int MOST_GARBAGE_MB = 2_000;

    private final Shared shared;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "WAV files, folders of them, manifests (*.jsonl).")
    private List<Path> paths = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Where report.json, report.html and the replies go.")
    private @Nullable Path out;

    @Option(
            names = "--pace",
            paramLabel = "real|fast",
            defaultValue = "real",
            description = "Default: ${DEFAULT-VALUE}.")
    private String pace = "real";

    @Option(
            names = "--state",
            paramLabel = "F",
            description = "The vehicle's state, JSON, where a recording gives none.")
    private @Nullable Path state;

    @Option(names = "--noise", paramLabel = "WAV", description = "Noise to mix in; with --snr.")
    private @Nullable Path noise;

    @Option(names = "--snr", paramLabel = "DB", description = "Signal to noise, in dB; with --noise.")
    private @Nullable Double snrDb;

    @Option(names = "--conversation", description = "All recordings are one conversation, not one each.")
    private boolean conversation;

    @Option(names = "--jfr", paramLabel = "FILE", description = "Where a Java Flight Recording of the run goes.")
    private @Nullable Path jfr;

    @Option(names = "--json", description = "One object a line on standard output, the talk on standard error.")
    private boolean json;

    @Option(
            names = "--fault",
            paramLabel = "STAGE:KIND[:MS]",
            description = "For trials: lets a stage fail in the middle, such as voice:slow:400."
                    + " KIND: slow, hung, crashed, flooding, starved or lying.")
    private @Nullable String fault;

    @Option(
            names = "--garbage",
            paramLabel = "MB",
            defaultValue = "0",
            description = "Allocates so much a second, to press the collector.")
    private int garbageMbPerS;

    ReplayCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() {
        if (!pace.equals("real") && !pace.equals("fast")) {
            throw new BadInputException("--pace: expected real or fast, got '" + pace + "'");
        }
        if (garbageMbPerS < 0 || garbageMbPerS > MOST_GARBAGE_MB) {
            throw new BadInputException("--garbage: expected 0 to " + MOST_GARBAGE_MB + " MB, got " + garbageMbPerS);
        }
        Injection injection = injection();
        Function<Path, short[]> reader = reader();
        VehicleState preset = States.read(state);
        List<Recording> recordings = Recordings.resolve(paths, WavReader::check);
        Settings settings = shared.settings();
        try (Scratch scratch = Scratch.named("skylark-replay");
                FlightRecording recording = FlightRecording.begin(jfr);
                Garbage garbage = Garbage.of(garbageMbPerS)) {
            Path replies = out == null ? scratch.folder() : made(out.resolve("replies"));
            return play(
                    settings,
                    recordings,
                    new Options(pace.equals("real"), replies, () -> preset, reader, !conversation),
                    injection);
        }
    }

    private Injection injection() {
        return fault == null ? Injection.NONE : new Injection(Fault.parse(fault, "--fault"), NanoClock.SYSTEM);
    }

    /** Before anything is loaded: a run that cannot be kept is not worth beginning. */
    private static Path made(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException(folder.getParent() + ": cannot be written, expected a folder", e);
        }
        if (!Files.isWritable(folder)) {
            throw new BadInputException(folder.getParent() + ": cannot be written, expected a folder");
        }
        return folder;
    }

    private int play(Settings settings, List<Recording> recordings, Options options, Injection injection) {
        Optional<GroundNotes> ground =
                GroundNotes.open(settings, options.vehicle().get(), this::warn);
        try {
            return play(settings, recordings, options, injection, ground);
        } finally {
            ground.ifPresent(GroundNotes::close);
        }
    }

    private void warn(String line) {
        shared.console().err().println("skylark: " + line);
    }

    private int play(
            Settings settings,
            List<Recording> recordings,
            Options options,
            Injection injection,
            Optional<GroundNotes> ground) {
        TurnListener listener = ground.<TurnListener>map(notes -> notes).orElse(report -> {});
        try (FieldHarness harness = FieldHarness.start(
                settings, options, (command, turn, nowNs) -> {}, Authority.overScenes(), listener, injection)) {
            ground.ifPresent(notes -> notes.tell(harness.skylark().pipeline(), harness.skylark()::measured));
            ReplayRun run = run(settings.speech(), harness.skylark()::measured);
            boolean whole;
            try (Interruption interruption = Interruption.leadsTo(run, harness)) {
                whole = run.run(recordings, new FaultyPlayer(harness.player(), injection, (recordings.size() - 1) / 2));
            }
            return whole ? ExitStatus.DONE : ExitStatus.FOUND_WRONG;
        }
    }

    private ReplayRun run(Settings.Speech speech, Supplier<Metrics.Snapshot> measured) {
        Console console = shared.console();
        int descriptor = json ? STANDARD_ERROR : STANDARD_OUTPUT;
        Terminal terminal = Terminal.ofStream(descriptor, StandardCharsets.UTF_8, console.environment());
        TalkPrinter talk = new TalkPrinter(json ? console.err() : console.out(), terminal);
        ReplayRun.Options options =
                new ReplayRun.Options(title(speech), out, pace, noise == null ? null : noise.toString(), snrDb, json);
        Clock clock = Clock.systemUTC();
        return new ReplayRun(options, console.out(), talk, clock, RunMeter.sinceProcessStartMs(clock), measured);
    }

    private String title(Settings.Speech speech) {
        return "Replay"
                + (fault == null ? "" : ", with the fault " + fault)
                + (speech.speculate() ? "" : ", nothing prepared ahead")
                + (speech.cache() ? "" : ", no phrase cache");
    }

    private Function<Path, short[]> reader() {
        if ((noise == null) != (snrDb == null)) {
            throw new BadInputException("--noise and --snr: expected both or neither");
        }
        if (noise == null || snrDb == null) {
            return WavReader::read;
        }
        NoiseMixer mixer = new NoiseMixer(WavReader.read(noise), noise.toString());
        double db = snrDb;
        return file -> mixer.mix(WavReader.read(file), db, 0);
    }
}
