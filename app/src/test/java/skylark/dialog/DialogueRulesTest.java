package skylark.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import skylark.config.Settings;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.gate.Gate;

/** Rules that hold in every conversation, whatever is said, in whatever state, at whatever time. */
class DialogueRulesTest {
    private static final Settings SETTINGS = Settings.defaults();
    private static final List<String> PHRASES = List.of(
            "confirm release",
            "confirm landing",
            "confirm return",
            "confirm takeoff",
            "confirm arming",
            "confirm winch",
            "confirm mission",
            "confirm waypoint",
            "confirm home");
    private static final String THE_PHRASE = "the phrase that was asked for";

    /** The command of a critical intent, and the words that alone may lead to it. */
    private static final Map<String, String> CRITICAL = Map.of(
            "DO_GRIPPER", "confirm release",
            "DO_WINCH", "confirm winch",
            "NAV_TAKEOFF", "confirm takeoff",
            "COMPONENT_ARM_DISARM", "confirm arming",
            "MISSION_START", "confirm mission",
            "DO_SET_MISSION_CURRENT", "confirm waypoint",
            "DO_SET_HOME", "confirm home");

    private record Said(String words, Intent intent, Slots slots, double confidence, VehicleState state, double dtS) {
        /** With the words of the challenge before, where the line asks for them. */
        Said answering(@Nullable Outcome before) {
            String phrase = before == null ? null : before.reply().args().get("phrase");
            boolean answers = words.equals(THE_PHRASE) && phrase != null;
            return answers ? new Said(phrase, intent, slots, confidence, state, dtS) : this;
        }
    }

    @Property(tries = 1000)
    void shouldCarryOutACriticalCommandOnlyForItsPhraseRightAfterItsChallenge(@ForAll("talks") List<Said> talk) {
        play(talk, (before, said, outcome) -> {
            VehicleCommand command = outcome.command();
            if (command != null && outcome.effectiveClass() == RiskClass.C) {
                assertThat(before).isNotNull();
                assertThat(before.decision()).isEqualTo(Decision.CHALLENGE);
                assertThat(said.intent()).isEqualTo(Intent.CONFIRM);
                assertThat(said.words()).isEqualTo(before.reply().args().get("phrase"));
                assertThat(said.dtS()).isLessThanOrEqualTo(8);
            }
            if (command != null && CRITICAL.containsKey(command.name())) {
                assertThat(outcome.effectiveClass()).isEqualTo(RiskClass.C);
                assertThat(said.words()).isEqualTo(CRITICAL.get(command.name()));
            }
        });
    }

    @Property(tries = 1000)
    void shouldSendNothingButAStopInAFailsafe(@ForAll("talks") List<Said> talk) {
        play(talk, (before, said, outcome) -> {
            if (said.state().hasFailsafe() && outcome.command() != null) {
                assertThat(said.intent()).isEqualTo(Intent.STOP);
            }
        });
    }

    @Property(tries = 1000)
    void shouldSendNothingOutsideTheEnvelope(@ForAll("talks") List<Said> talk) {
        play(talk, (before, said, outcome) -> {
            if (outcome.command() == null) {
                return;
            }
            Map<String, Object> params = outcome.command().params();
            between(params, "distance_m", 1, 50);
            between(params, "speed_mps", 0.5, 15);
            between(params, "length_m", 1, 20);
            between(params, "angle_deg", 1, 360);
            between(params, "waypoint", 1, 8);
            between(params, "alt_m", 2, 120);
        });
    }

    @Property(tries = 1000)
    void shouldOnlyTakeBackOrDoNothingForANegation(@ForAll("talks") List<Said> talk) {
        play(talk, (before, said, outcome) -> {
            boolean negation = said.intent() == Intent.DENY || said.intent() == Intent.CANCEL;
            if (negation && outcome.command() != null) {
                assertThat(outcome.effectiveClass()).isEqualTo(RiskClass.R);
                assertThat(outcome.command().name())
                        .isIn(
                                "DO_PAUSE_CONTINUE",
                                "DO_SET_MODE",
                                "VIDEO_START_CAPTURE",
                                "VIDEO_STOP_CAPTURE",
                                "DO_SET_RELAY",
                                "CONDITION_YAW",
                                "DO_GIMBAL_MANAGER_PITCHYAW");
                assertThat(outcome.command().params()).doesNotContainEntry("continue", 1);
            }
        });
    }

    @Property(tries = 1000)
    void shouldMoveNothingForTalkAndQuestions(@ForAll("talks") List<Said> talk) {
        play(talk, (before, said, outcome) -> {
            RiskClass risk = said.intent().riskClass();
            boolean takesBack = said.intent() == Intent.DENY || said.intent() == Intent.CANCEL;
            boolean moves = outcome.command() != null;
            if (risk == RiskClass.Q || risk == RiskClass.X) {
                assertThat(moves).isFalse();
            }
            if (risk == RiskClass.D && said.intent() != Intent.CONFIRM && !takesBack) {
                assertThat(moves).isFalse();
            }
        });
    }

    private interface Rule {
        void check(@Nullable Outcome before, Said said, Outcome outcome);
    }

    private static void play(List<Said> talk, Rule rule) {
        var dialogue =
                new Dialogue(new Gate(SETTINGS.safety(), 0), SETTINGS.safety(), "skylark", "plain", String::valueOf);
        long nowNs = 0;
        Outcome before = null;
        for (Said line : talk) {
            Said said = line.answering(before);
            nowNs += (long) (said.dtS() * 1e9);
            var heard = new Understanding(
                    said.words(), said.intent(), said.slots(), said.confidence(), Understanding.Route.GRAMMAR);
            Outcome outcome = dialogue.decide(heard, said.state(), nowNs);
            rule.check(before, said, outcome);
            assertThat(dialogue.apply(outcome)).isTrue();
            before = outcome;
        }
    }

    private static void between(Map<String, Object> params, String key, double min, double max) {
        if (params.get(key) instanceof Number value) {
            assertThat(value.doubleValue()).as(key).isBetween(min, max);
        }
    }

    /** Mostly requests that a challenge, a phrase or a correction follows, for pure chance seldom confirms anything. */
    @Provide
    Arbitrary<List<Said>> talks() {
        Arbitrary<Intent> intents = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(Intent.class)),
                Tuple.of(
                        4,
                        Arbitraries.of(
                                Intent.RELEASE_PACKAGE,
                                Intent.LAND,
                                Intent.RETURN_HOME,
                                Intent.WINCH_LOWER,
                                Intent.GOTO_WAYPOINT,
                                Intent.SET_HOME,
                                Intent.CLIMB,
                                Intent.DESCEND)),
                Tuple.of(5, Arbitraries.just(Intent.CONFIRM)),
                Tuple.of(2, Arbitraries.of(Intent.DENY, Intent.CANCEL, Intent.SAY_AGAIN)));
        Arbitrary<String> words = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.of(PHRASES)),
                Tuple.of(5, Arbitraries.just(THE_PHRASE)),
                Tuple.of(1, Arbitraries.of("yes", "confirm", "negative", "", "do it")));
        Arbitrary<Double> confidence = Arbitraries.of(0.95, 0.95, 0.95, 0.6, 0.3);
        Arbitrary<Double> dtS = Arbitraries.of(0.5, 2.0, 3.9, 4.1, 7.9, 8.1, 30.0);
        return Combinators.combine(words, intents, slots(), confidence, states(), dtS)
                .as(Said::new)
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    private static Arbitrary<Slots> slots() {
        Arbitrary<Double> metres =
                Arbitraries.of(0.5, 1.0, 5.0, 10.0, 20.0, 50.0, 51.0, 5000.0).injectNull(0.2);
        Arbitrary<Double> degrees =
                Arbitraries.of(-5.0, 0.0, 90.0, 360.0, 400.0).injectNull(0.2);
        Arbitrary<String> direction = Arbitraries.of("forward", "left", "right", "up", "down", "north")
                .injectNull(0.2);
        return Combinators.combine(
                        metres,
                        degrees,
                        Arbitraries.of(0.1, 3.0, 90.0).injectNull(0.2),
                        Arbitraries.of(1, 4, 9).injectNull(0.2),
                        direction,
                        Arbitraries.of("by", "to").injectNull(0.3),
                        Arbitraries.of("on", "off").injectNull(0.2))
                .as((m, d, mps, waypoint, dir, reference, onOff) ->
                        new Slots(m, d, mps, waypoint, dir, reference, null, onOff, null));
    }

    private static Arbitrary<VehicleState> states() {
        VehicleState hover = VehicleState.hover();
        VehicleState low = hover.toBuilder().altM(8.0).build();
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.of(low)),
                Tuple.of(
                        3,
                        Arbitraries.of(
                                hover,
                                low.toBuilder().mode("AUTO").build(),
                                low.toBuilder().homeM(4.0).build(),
                                low.toBuilder().winchM(6.0).build(),
                                low.toBuilder().altM(110.0).build(),
                                low.toBuilder().ageS(5.0).build(),
                                low.toBuilder()
                                        .landed("ground")
                                        .armed(false)
                                        .altM(0.0)
                                        .build(),
                                low.toBuilder().landed("ground").altM(0.0).build(),
                                VehicleState.UNKNOWN)),
                Tuple.of(
                        1,
                        Arbitraries.just(low.toBuilder().failsafe("radio lost").build())));
    }
}
