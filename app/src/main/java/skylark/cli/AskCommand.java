package skylark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.TurnResult;
import skylark.domain.VehicleState;

/** Text instead of speech. */
@Command(
        name = "ask",
        description = "Text instead of speech: prints the reply and what was decided. With --json -, reads lines"
                + " {\"text\":..., \"state\":{...}, \"dialog\":\"id\", \"dt_s\":2.5} and prints one result for each. A line"
                + " of a dialog that gives no state keeps the one before.")
final class AskCommand implements Callable<Integer> {
    private final Shared shared;
    private final Function<Settings, Brain> brains;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What the operator says; - reads JSON Lines.")
    private List<String> text = List.of();

    @Option(names = "--state", paramLabel = "F", description = "State of the vehicle, a JSON file.")
    private @Nullable Path stateFile;

    @Option(names = "--json", description = "Prints one JSON object a line.")
    private boolean json;

    @Option(names = "--model", paramLabel = "NAME", description = "An imported language model, as nlg.model has it.")
    private @Nullable String model;

    AskCommand(Shared shared, Function<Settings, Brain> brains) {
        this.shared = shared;
        this.brains = brains;
    }

    @Override
    public Integer call() throws IOException {
        boolean lines = text.equals(List.of("-"));
        if (lines && !json) {
            throw new BadInputException("ask -: expected --json, for the lines are JSON");
        }
        VehicleState state = States.read(stateFile);
        Settings settings = settings();
        try (Brain brain = brains.apply(settings)) {
            brain.prepare();
            Talk talk = new Talk(settings, brain, System::nanoTime, state);
            return lines ? answerLines(talk) : answer(talk);
        }
    }

    private Settings settings() {
        Settings settings = shared.settings();
        return model == null ? settings : shared.settingsWith("nlg.model=" + model);
    }

    private int answer(Talk talk) {
        TurnResult result = talk.hear(String.join(" ", text), null, null, 0);
        if (json) {
            print(DomainJson.write(result));
        } else {
            print(result.reply());
            print(decision(result));
        }
        return ExitStatus.DONE;
    }

    private int answerLines(Talk talk) throws IOException {
        Utf8Lines lines = new Utf8Lines(shared.console().in());
        int status = ExitStatus.DONE;
        for (int number = 1; ; number++) {
            try {
                String line = lines.next();
                if (line == null) {
                    return status;
                }
                if (!line.isEmpty()) {
                    AskLine ask = AskLine.parse(line);
                    print(DomainJson.write(talk.hear(ask.text(), ask.state(), ask.dialog(), ask.dtS())));
                }
            } catch (BadInputException e) {
                print(DomainJson.write(new TreeMap<>(Map.of("line", number, "error", String.valueOf(e.getMessage())))));
                status = ExitStatus.FOUND_WRONG;
            }
        }
    }

    private static String decision(TurnResult result) {
        String command = result.command() == null
                ? ""
                : ", " + result.command().name()
                        + new TreeMap<>(result.command().params());
        return String.format(
                Locale.ROOT,
                "[%s: %s, class %s, confidence %.2f, %s%s]",
                result.decision().wireName(),
                result.intent().wireName(),
                result.effectiveClass(),
                result.confidence(),
                result.source().wireName(),
                command);
    }

    private void print(String line) {
        shared.console().out().println(line);
        if (shared.console().out().checkError()) {
            throw new UncheckedIOException(new IOException("standard output was closed"));
        }
    }
}
