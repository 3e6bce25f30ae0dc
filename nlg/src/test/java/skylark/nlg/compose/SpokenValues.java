package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.NumberReader;
import skylark.nlg.reply.ReplyRequest;

/** Reads the measures in a spoken text back and looks for each among the values of the request, by its unit. */
final class SpokenValues {
    private static final String NUMBER =
            "((?:(?:minus|point|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
                    + "|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand) )+)";
    private static final Pattern MEASURE = Pattern.compile("\\b" + NUMBER
            + "(percent|meters? per second|kilometers?|meters?|degrees?|satellites?|minutes?|seconds?)\\b");

    private SpokenValues() {}

    static void assertAreTheRequests(ReplyRequest request, String spoken) {
        for (MatchResult found :
                MEASURE.matcher(spoken.toLowerCase(Locale.ROOT)).results().toList()) {
            double value = NumberReader.read(found.group(1).strip());
            assertThat(values(request, found.group(2)))
                    .as("'%s' in '%s' of %s", found.group(), spoken, request.state())
                    .anyMatch(known(value, found.group(2)));
        }
    }

    private static Predicate<Double> known(double spoken, String unit) {
        return switch (unit) {
            case "minutes", "minute" -> actual -> Math.floor(actual / 60) == spoken;
            // Tens of seconds behind minutes are not rounded up either.
            case "seconds", "second" ->
                actual -> Math.floor(actual) == spoken || Math.floor(actual % 60 / 10) * 10 == spoken;
            case "kilometers", "kilometer" -> actual -> Math.abs(actual / 1000 - spoken) <= 0.051;
            case "percent" -> actual -> Math.round(actual) == spoken;
            // One decimal at most, none from ten on.
            default -> actual -> Math.abs(actual - spoken) <= (Math.abs(actual) < 10 ? 0.051 : 0.51);
        };
    }

    private static List<Double> values(ReplyRequest request, String unit) {
        VehicleState s = request.state();
        Slots slots = request.slots();
        Stream<Double> found =
                switch (unit.replaceFirst("s?( per second)?$", "$1")) {
                    case "percent" -> Stream.of(s.batteryPct(), s.linkPct());
                    case "degree" -> Stream.of(slots.degrees());
                    case "satellite" -> Stream.of(boxed(s.satellites()));
                    case "minute", "second" -> Stream.of(s.batteryS(), s.etaS(), s.ageS());
                    case "meter per second" ->
                        Stream.of(s.speedMps(), s.windMps(), magnitude(s.climbMps()), slots.mps());
                    // Two and fifty are the limit that some requests bring.
                    default -> Stream.of(s.altM(), s.homeM(), s.winchM(), slots.metres(), 2.0, 50.0);
                };
        return found.filter(Objects::nonNull).toList();
    }

    private static Double boxed(Integer value) {
        return value == null ? null : value.doubleValue();
    }

    private static Double magnitude(Double value) {
        return value == null ? null : Math.abs(value);
    }
}
