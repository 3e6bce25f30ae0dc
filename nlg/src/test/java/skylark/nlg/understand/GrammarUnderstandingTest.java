package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;

class GrammarUnderstandingTest {
    private static final DomainUnderstander UNDERSTANDER = DomainUnderstander.ofGrammar();

    @ParameterizedTest
    @CsvSource({
        "stop, stop",
        "freeze, stop",
        "how much battery is left, query.battery",
        "what's the wind doing up there, query.wind",
        "can you land here, land",
        "did you land, query.mode",
        "what happens if I say land, help",
        "don't stop, deny",
        "do not land, deny",
        "no don't release it, deny",
        "please don't take off, deny",
        "cancel the landing, cancel",
        "stop recording, video",
        "Drop the package!, release_package",
        "reel it back in, winch_raise",
        "skip to way point six, goto_waypoint",
        "affirmative confirm landing, confirm",
        "yes, out_of_scope",
        "kill the motors, excluded",
        "reboot, excluded"
    })
    void shouldKnowForms(String words, String intent) {
        assertThat(intent(words)).isEqualTo(intent);
    }

    @Test
    void shouldGiveSlotsInSi() {
        assertThat(slots("climb fifty feet").metres()).isEqualTo(15.24, within(1e-9));
        assertThat(slots("go up to fifty")).isEqualTo(Slots.ofMetres(50).withReference("to"));
        assertThat(slots("set speed to thirty six kilometers per hour").mps()).isEqualTo(10, within(1e-6));
        assertThat(slots("fly at ten knots").mps()).isEqualTo(5.1444, within(1e-3));
        assertThat(slots("move left half a meter"))
                .isEqualTo(Slots.ofMetres(0.5).withDirection("left"));
        assertThat(slots("come to heading two seven zero").degrees()).isEqualTo(270);
        assertThat(slots("face north east").degrees()).isEqualTo(45);
        assertThat(slots("turn right ninety degrees"))
                .isEqualTo(Slots.ofDirection("right").withDegrees(90.0));
        assertThat(slots("go to waypoint four").waypoint()).isEqualTo(4);
        assertThat(slots("tilt the camera up").direction()).isEqualTo("up");
        assertThat(slots("stop filming").state()).isEqualTo("off");
        assertThat(slots("lower the winch four meters").metres()).isEqualTo(4);
        assertThat(slots("confirm release").what()).isEqualTo("release_package");
    }

    @ParameterizedTest
    @CsvSource({
        "climb ten no make it twenty meters, 20",
        "climb ten meters correction fifteen, 15",
        "climb ten feet no twenty, 6.096",
        "go up five meters sorry six meters, 6",
        "climb by ten uh no wait by twelve meters, 12"
    })
    void shouldLetTheLastValueCount(String words, double metres) {
        Understanding meant = UNDERSTANDER.understand(words);

        assertThat(meant.intent()).isEqualTo(Intent.CLIMB);
        assertThat(meant.slots().metres()).isEqualTo(metres, within(1e-9));
    }

    @Test
    void shouldMendDirectionsAndOrders() {
        assertThat(slots("turn left no right ninety degrees").direction()).isEqualTo("right");
        assertThat(slots("go to waypoint four correction six").waypoint()).isEqualTo(6);
        assertThat(intent("climb ten meters actually come home")).isEqualTo("return_home");
        assertThat(intent("land no don't land")).isEqualTo("deny");
        assertThat(intent("land uh never mind")).isEqualTo("cancel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "he said land",
                "he said we had better land it",
                "the boys were playing no take off",
                "tell him to come home",
                "should we release the package",
                "i told you to land yesterday",
                "if i say take off what do you do",
                "climb -5 meters",
                "\uD83D\uDE80\uD83D\uDE80\uD83D\uDE80",
                "\u0441\u0442\u043E\u043F land",
                "",
                "   ",
                "'''"
            })
    void shouldMoveNothing(String words) {
        assertThat(UNDERSTANDER.understand(words).intent().isCommand()).isFalse();
    }

    @Test
    void shouldReadThroughEmojiAndCase() {
        assertThat(intent("LAND \uD83D\uDEEC NOW!!")).isEqualTo("land");
        assertThat(intent("don\u2019t land")).isEqualTo("deny");
    }

    @Test
    void shouldRejectTenThousandCharacters() {
        assertThat(intent("land ".repeat(2000))).isEqualTo("out_of_scope");
        assertThat(intent("\uD83D\uDE80".repeat(5000))).isEqualTo("out_of_scope");
        assertThat(UNDERSTANDER.understand("climb ".repeat(2000)).text().length())
                .isLessThanOrEqualTo(Normaliser.MAX_CHARS);
    }

    @Property(tries = 300)
    void shouldTakeAnyCharacters(@ForAll @StringLength(max = 500) String words) {
        Understanding meant = UNDERSTANDER.understand(words);

        assertThat(meant.confidence()).isBetween(0.0, 1.0);
        assertThat(UNDERSTANDER.completeness(words)).isNotNull();
    }

    @Test
    void shouldNeverActOnANegatedForm() {
        GrammarFile file = GrammarFile.read();
        for (Map.Entry<String, List<String>> section : file.sections().entrySet()) {
            if (!Intent.byName(section.getKey()).map(Intent::isCommand).orElse(false)) {
                continue;
            }
            for (String form : SampleForms.of(file, section.getValue())) {
                for (String negation : List.of("do not ", "don't ", "please don't ", "no don't ", "never ")) {
                    Intent meant = UNDERSTANDER.understand(negation + form).intent();
                    assertThat(meant.isCommand() && meant != Intent.STOP)
                            .as(negation + form)
                            .isFalse();
                }
            }
        }
    }

    private static String intent(String words) {
        return UNDERSTANDER.understand(words).intent().wireName();
    }

    private static Slots slots(String words) {
        return UNDERSTANDER.understand(words).slots();
    }
}
