package skylark.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.config.NearMiss;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.telemetry.announce.Code;

/** The sentence for an announcement. */
@Command(name = "announce", description = "Prints the sentence for an announcement code, such as BAT_LOW.")
final class AnnounceCommand implements Callable<Integer> {
    static final List<String> CODES =
            Arrays.stream(Code.values()).map(Code::name).toList();

    private final Shared shared;
    private final Function<Settings, Brain> brains;

    @Parameters(paramLabel = "CODE", description = "The code.")
    private String code = "";

    @Option(names = "--state", paramLabel = "F", description = "State of the vehicle, a JSON file.")
    private @Nullable Path stateFile;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    AnnounceCommand(Shared shared, Function<Settings, Brain> brains) {
        this.shared = shared;
        this.brains = brains;
    }

    @Override
    public Integer call() {
        if (!CODES.contains(code)) {
            throw new BadInputException("announce " + code + ": unknown code" + NearMiss.hint(code, CODES)
                    + ", expected one of " + String.join(", ", CODES));
        }
        VehicleState state = States.read(stateFile);
        Settings settings = shared.settings();
        try (Brain brain = brains.apply(settings)) {
            var request = new ReplyRequest(Act.ANNOUNCE, code, Slots.NONE, null, Map.of(), "", state);
            print(brain.reply(request));
        }
        return ExitStatus.DONE;
    }

    private void print(Brain.Reply reply) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("code", code);
        result.put("reply", reply.text());
        result.put("source", reply.source());
        result.put("ms", reply.ms());
        shared.console().out().println(json ? DomainJson.write(result) : reply.text());
    }
}
