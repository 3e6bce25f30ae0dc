package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnfoundedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{height} above home. Battery low.       | also:low",
                "{height} above home. Battery critical.  | also:critical",
                "Speed {speed}. Failsafe active.         | failsafe:radio",
                "{height} above home, returning home.    | mode:return",
                "{height} above home, climbing.          | vertical:climbing",
                "Heading {heading}. Strong wind.         | also:wind",
                "Mission paused, waypoint {waypoint}.    | mission:on"
            })
    void shouldAllowAClaimOnlyWhenAFlagBearsItOut(String words, String flag) {
        assertThat(Unfounded.in(words, "query.altitude", Set.of(flag))).isEmpty();
        assertThat(Unfounded.in(words, "query.altitude", Set.of("landed:air"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Home in {eta} once returning. | query.eta", "Returning home. | return_home", "Landing. | land"})
    void shouldLeaveAloneWhatIsNoClaimAboutTheState(String words, String topic) {
        assertThat(Unfounded.in(words, topic, Set.of())).isEmpty();
    }
}
