package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.domain.Understanding;
import skylark.proof.Operator;
import skylark.proof.Oracle;
import skylark.proof.Step;

/**
 * Walks conversations at random, through flights and faults, under the eyes of an oracle that knows the safety chapter
 * and not the gate. {@code -Dskylark.walk.steps=5000000} walks so many steps, {@code -Dskylark.walk.seed=7} from there;
 * else it takes ten seconds. What breaks a rule is cut down to the few steps that it takes, and printed.
 */
@Tag("slow")
class SafetyWalkTest {
    private static final int STEPS_A_WALK = 150;
    private static final long USUAL_NS = TimeUnit.SECONDS.toNanos(10);
    /** The least that an ordinary run must manage to be worth anything. */
    private static final long LEAST_STEPS = 20_000;

    private static final List<String> MUST_HAPPEN = List.of(
            "NAV_RETURN_TO_LAUNCH",
            "NAV_LAND",
            "NAV_TAKEOFF",
            "COMPONENT_ARM_DISARM",
            "DO_GRIPPER",
            "DO_WINCH",
            "MISSION_START",
            "DO_SET_MISSION_CURRENT",
            "DO_SET_HOME",
            "DO_REPOSITION",
            "CONDITION_YAW",
            "DO_CHANGE_SPEED",
            "DO_PAUSE_CONTINUE",
            "DO_SET_MODE",
            "DO_SET_RELAY",
            "VIDEO_START_CAPTURE",
            "IMAGE_START_CAPTURE");

    private final Map<String, Understanding> grammar = new HashMap<>();
    private final Map<String, Integer> done = new TreeMap<>();

    @Test
    void shouldBreakNoRuleOfSafety() throws Exception {
        long wanted = Long.getLong("skylark.walk.steps", 0);
        long seed = Long.getLong("skylark.walk.seed", System.nanoTime());
        long first = seed;
        long endNs = System.nanoTime() + USUAL_NS;
        long steps = 0;
        while (wanted > 0 ? steps < wanted : System.nanoTime() < endNs) {
            walk(seed++);
            steps += STEPS_A_WALK;
        }
        System.out.printf("%d steps from seed %d on, no rule broken; commands: %s%n", steps, first, done);
        assertThat(steps).isGreaterThan(LEAST_STEPS);
        assertThat(done.keySet()).as("what never comes about proves nothing").containsAll(MUST_HAPPEN);
    }

    private void walk(long seed) throws Exception {
        Operator operator = new Operator(seed);
        WalkRig rig = new WalkRig(grammar);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < STEPS_A_WALK; i++) {
            steps.add(operator.next());
            Oracle.Violation violation = rig.take(steps.get(i));
            if (violation != null) {
                List<Step> few = shrunk(steps, violation.rule());
                throw new AssertionError(told(seed, steps.size(), few));
            }
        }
        rig.oracle().done().forEach((command, count) -> done.merge(command, count, Integer::sum));
    }

    /** Leaves out whatever the same rule is broken without. */
    private List<Step> shrunk(List<Step> steps, String rule) throws Exception {
        List<Step> few = steps;
        for (int size = Math.max(1, few.size() / 2); size >= 1; size /= 2) {
            for (int from = 0; from + size <= few.size(); ) {
                List<Step> fewer = new ArrayList<>(few.subList(0, from));
                fewer.addAll(few.subList(from + size, few.size()));
                if (rule.equals(broken(fewer))) {
                    few = fewer;
                } else {
                    from += size;
                }
            }
        }
        return few;
    }

    private @Nullable String broken(List<Step> steps) throws Exception {
        Oracle.Violation violation = replayed(steps);
        return violation == null ? null : violation.rule();
    }

    private Oracle.@Nullable Violation replayed(List<Step> steps) throws Exception {
        WalkRig rig = new WalkRig(grammar);
        for (Step step : steps) {
            Oracle.Violation violation = rig.take(step);
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private String told(long seed, int length, List<Step> few) throws Exception {
        Oracle.Violation violation = replayed(few);
        StringBuilder text =
                new StringBuilder("seed " + seed + ", " + length + " steps, cut down to " + few.size() + ":");
        for (int i = 0; i < few.size(); i++) {
            text.append(String.format("%n  %d. %s", i + 1, few.get(i)));
        }
        return text.append(violation == null ? "" : "\n  broken: " + violation.rule() + ": " + violation.detail())
                .toString();
    }
}
