package skylark.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import skylark.domain.BadInputException;
import skylark.keep.Keeper;

/** Runs another command as a process of its own, and starts it again when it dies. */
@Command(
        name = "keep",
        description = "Runs a command as a process of its own, and starts it again when it dies, hangs or asks for it.")
final class KeepCommand implements Callable<Integer> {
    private final Shared shared;

    @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command with its options.")
    private List<String> command = List.of();

    KeepCommand(Shared shared) {
        this.shared = shared;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Path beats = Files.createTempFile("skylark-heartbeat", "");
        try {
            return new Keeper(javaAgain(), beats, this::warn).run();
        } finally {
            Files.deleteIfExists(beats);
        }
    }

    /** This Java with the same options, for another command. */
    private List<String> javaAgain() {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current()
                .info()
                .command()
                .orElseThrow(() -> new BadInputException("keep: expected to know where java is")));
        line.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        line.add("-cp");
        line.add(System.getProperty("java.class.path"));
        line.add(Main.class.getName());
        line.addAll(command);
        line.addAll(shared.passedOn());
        return line;
    }

    private void warn(String line) {
        shared.console().err().println("skylark: " + line);
    }
}
