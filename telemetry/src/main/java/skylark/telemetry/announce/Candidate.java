package skylark.telemetry.announce;

import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import skylark.domain.VehicleState;

/**
 * Something that may be announced.
 *
 * @param still what must hold when it is spoken, beside the code's own condition
 * @param told puts what was reported into the state that the words are made from
 */
record Candidate(Code code, Map<String, String> args, Predicate<VehicleState> still, UnaryOperator<VehicleState> told) {

    static Candidate of(Code code) {
        return new Candidate(code, Map.of(), Holds.ALWAYS, UnaryOperator.identity());
    }

    static Candidate detail(Code code, String detail) {
        return new Candidate(code, Map.of("detail", detail), Holds.ALWAYS, UnaryOperator.identity());
    }

    Candidate whileTrue(Predicate<VehicleState> condition) {
        return new Candidate(code, args, condition, told);
    }

    Candidate telling(UnaryOperator<VehicleState> facts) {
        return new Candidate(code, args, still, facts);
    }

    boolean isTrue(VehicleState state) {
        return code.holds(state) && still.test(state);
    }
}
