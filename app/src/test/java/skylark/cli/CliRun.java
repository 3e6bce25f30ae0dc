package skylark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import skylark.config.Settings;

/** One run of the command line inside this process. */
record CliRun(int status, String out, String err) {

    static CliRun of(Function<Settings, Brain> brains, String input, String... args) {
        return of(brains, input.getBytes(StandardCharsets.UTF_8), Map.of(), args);
    }

    static CliRun of(Function<Settings, Brain> brains, byte[] input, Map<String, String> environment, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var console = new Console(
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment);
        int status = Main.run(args, console, brains);
        return new CliRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
