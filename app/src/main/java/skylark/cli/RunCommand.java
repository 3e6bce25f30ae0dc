package skylark.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import skylark.app.Live;
import skylark.app.LiveEvent;
import skylark.audio.device.AllSystems;
import skylark.audio.device.DeviceChange;
import skylark.audio.device.Direction;
import skylark.audio.device.LiveSound;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.keep.Kept;
import skylark.replay.TalkPrinter;
import skylark.replay.Terminal;
import skylark.replay.TurnJson;

/** The assistant, live. */
@Command(name = "run", description = "The assistant on the live microphone and loudspeaker, until Ctrl-C.")
final class RunCommand implements Callable<Integer> {
    private static final int STANDARD_OUTPUT = 1;
    private static final int STANDARD_ERROR = 2;
    /** More than anybody says before a line is printed. */
    private static final int EVENTS = 256;

    private final Shared shared;
    private final BlockingQueue<LiveEvent> events = new ArrayBlockingQueue<>(EVENTS);
    private final AtomicLong unprinted = new AtomicLong();
    private int turns;

    @Option(names = "--json", description = "One object for each turn on standard output, the talk on standard error.")
    private boolean json;

    RunCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = shared.settings();
        check(settings);
        AllSystems devices = AllSystems.ofThisMachine();
        LiveSound.Names names = names(devices, settings.audio());
        Console console = shared.console();
        int status;
        // A stage that hangs in native code could hold up an orderly exit, too.
        Optional<Kept> kept = Kept.by(console.environment(), Runtime.getRuntime()::halt);
        Live live = new Live(settings, devices, names, kept, this::take);
        try (Endings endings = Endings.leadTo(end -> take(new LiveEvent.Ended(end)))) {
            console.err()
                    .println("Online. Microphone: " + shown(names.input()) + ", loudspeaker: " + shown(names.output())
                            + ". Ctrl-C ends.");
            status = talk();
        } finally {
            live.close();
        }
        console.err()
                .println("skylark: ended after " + turns + (turns == 1 ? " turn" : " turns")
                        + (unprinted.get() == 0 ? "" : ", " + unprinted.get() + " lines were not printed in time")
                        + live.leftBehind().map(left -> "; " + left).orElse(""));
        return status;
    }

    private static void check(Settings settings) {
        if (!settings.audio().addressing().equals("open")) {
            throw new BadInputException("audio.addressing: '" + settings.audio().addressing()
                    + "' is not there yet for live sound, expected open");
        }
    }

    static LiveSound.Names names(AllSystems devices, Settings.Audio audio) {
        return new LiveSound.Names(
                devices.resolve(Direction.INPUT, audio.input(), "audio.input"),
                devices.resolve(Direction.OUTPUT, audio.output(), "audio.output"),
                audio.bufferMs());
    }

    private static String shown(String name) {
        return name.isEmpty() ? "the system's default" : name;
    }

    /** Any thread; never blocks. */
    private void take(LiveEvent event) {
        if (!events.offer(event)) {
            unprinted.incrementAndGet();
        }
    }

    private int talk() throws InterruptedException {
        Console console = shared.console();
        PrintStream out = json ? console.err() : console.out();
        int descriptor = json ? STANDARD_ERROR : STANDARD_OUTPUT;
        TalkPrinter printer =
                new TalkPrinter(out, Terminal.ofStream(descriptor, StandardCharsets.UTF_8, console.environment()));
        while (true) {
            LiveEvent event = events.take();
            if (event instanceof LiveEvent.Ended ended) {
                return ended.status();
            }
            print(event, printer);
        }
    }

    private void print(LiveEvent event, TalkPrinter printer) {
        if (event instanceof LiveEvent.TurnEnded ended) {
            printer.turn(++turns, ended.turn());
            if (json) {
                shared.console().out().println(TurnJson.line(turns, ended.turn()));
            }
        } else if (event instanceof LiveEvent.Announced announced) {
            printer.announcement(announced.code(), announced.text());
        } else if (event instanceof LiveEvent.DeviceChanged changed) {
            DeviceChange change = changed.change();
            shared.console()
                    .err()
                    .println("skylark: " + change.spoken() + (change.detail().isEmpty() ? "" : ": " + change.detail()));
        }
    }
}
