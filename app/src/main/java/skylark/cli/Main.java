package skylark.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import skylark.audio.voice.MarySynthesiser;
import skylark.config.NearMiss;
import skylark.config.Settings;
import skylark.domain.BadInputException;

/** The program's entry. */
@Command(
        name = "skylark",
        description = "A voice assistant that a drone carries.",
        mixinStandardHelpOptions = true,
        version = "skylark 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    @Mixin
    private final Shared shared;

    private final Function<Settings, Brain> brains;

    private Main(Console console, Function<Settings, Brain> brains) {
        this.shared = new Shared(console);
        this.brains = brains;
    }

    public static void main(String[] args) {
        int status = run(args, Console.ofProcess());
        System.exit(status);
    }

    /** Runs one command line; returns its exit status. Never ends the process. */
    public static int run(String[] args, Console console) {
        return run(args, console, DomainBrain::new);
    }

    static int run(String[] args, Console console, Function<Settings, Brain> brains) {
        return new Main(console, brains).commandLine().execute(args);
    }

    @Override
    public void run() {
        throw new BadInputException("expected a command: " + String.join(", ", commands(commandLine())));
    }

    private CommandLine commandLine() {
        Console console = shared.console();
        CommandLine keep = new CommandLine(new KeepCommand(shared));
        keep.setStopAtPositional(true); // what follows is the other command's
        CommandLine line = new CommandLine(this)
                .addSubcommand(new AskCommand(shared, brains))
                .addSubcommand(new AnnounceCommand(shared, brains))
                .addSubcommand(new DemoCommand(shared))
                .addSubcommand(new RunCommand(shared))
                .addSubcommand(new DevicesCommand(shared))
                .addSubcommand(new ReplayCommand(shared))
                .addSubcommand(new SayCommand(shared, MarySynthesiser::open))
                .addSubcommand(new GroundCommand(shared))
                .addSubcommand(new ModelsCommand(shared))
                .addSubcommand(new BenchCommand(shared))
                .addSubcommand(new CheckCommand(shared))
                .addSubcommand(keep)
                .addSubcommand(new DoctorCommand(shared));
        line.getSubcommands().values().forEach(Main::addHelp);
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setParameterExceptionHandler(this::badCall);
        line.setExecutionExceptionHandler(this::failed);
        return line;
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows what this command takes.")
                        .build());
        line.getSubcommands().values().forEach(Main::addHelp);
    }

    private int badCall(ParameterException e, String[] args) {
        List<String> known = commands(e.getCommandLine());
        String hint = e.getCommandLine().getParent() == null && args.length > 0 ? NearMiss.hint(args[0], known) : "";
        return complain(oneLine(e.getMessage()) + hint + ", see " + name(e.getCommandLine()) + " --help", e);
    }

    private int failed(Exception e, CommandLine line, ParseResult parsed) {
        if (e instanceof BadInputException) {
            return complain(oneLine(e.getMessage()), e);
        }
        complain("internal error: " + oneLine(e.toString()) + (shared.debug() ? "" : "; --debug shows where"), e);
        return ExitStatus.FOUND_WRONG;
    }

    private int complain(String message, Exception e) {
        shared.console().err().println("skylark: " + message);
        if (shared.debug()) {
            e.printStackTrace(shared.console().err());
        }
        return ExitStatus.BAD_INPUT;
    }

    private static List<String> commands(CommandLine line) {
        return List.copyOf(line.getSubcommands().keySet());
    }

    private static String name(CommandLine line) {
        return line.getCommandSpec().qualifiedName();
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }
}
