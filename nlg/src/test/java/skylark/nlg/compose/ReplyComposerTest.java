package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.generate.Generation;
import skylark.nlg.generate.Generation.Finish;
import skylark.nlg.prompt.Golden;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;

class ReplyComposerTest {
    private final ReplyComposer composer = new ReplyComposer(Golden.table(), SpeechProfile.PLAIN);

    @Property(tries = 10_000)
    void shouldHaveATemplateForEverySituation(@ForAll("requests") ReplyRequest request) {
        Reply reply = composer.compose(request, Optional.empty());

        assertThat(reply.text()).isNotBlank().doesNotContain("{", "}", "[", "]");
        assertThat(reply.source()).isEqualTo(ReplySource.TEMPLATE);
        Numbers.assertAllKnown(composer.prompts(), request, reply.text());
        if (request.act() == Act.CHALLENGE) {
            assertThat(reply.text()).contains("confirm release");
        }
    }

    @Provide
    Arbitrary<ReplyRequest> requests() {
        return Requests.any();
    }

    @Test
    void shouldSayTheStatesValuesInWords() {
        VehicleState state = VehicleState.hover();

        assertThat(template(Requests.answer(Intent.QUERY_BATTERY, state))).isEqualTo("Battery sixty two percent.");
        assertThat(template(Requests.answer(Intent.QUERY_WIND, state)))
                .isEqualTo("Wind four meters per second, from two four zero.");
        assertThat(template(Requests.announcement("DESCENT", state))).isEqualTo("Twenty meters.");
    }

    @Test
    void shouldSayThatAValueIsUnknown() {
        assertThat(template(Requests.answer(Intent.QUERY_BATTERY, VehicleState.UNKNOWN)))
                .isEqualTo("Battery unknown.");
    }

    @Test
    void shouldChallengeWithActionEffectAndPhrase() {
        ReplyRequest request = new ReplyRequest(
                Act.CHALLENGE,
                Intent.RELEASE_PACKAGE.wireName(),
                Slots.NONE,
                null,
                Map.of("phrase", "confirm release"),
                "drop it",
                new VehicleState.Builder().altM(8.0).landed("air").build());

        assertThat(template(request)).isEqualTo("Release package at eight meters. Say confirm release.");
    }

    @Test
    void shouldRenderGeneratedWordsWithTheValuesOfTheMoment() {
        ReplyRequest request = Requests.answer(Intent.QUERY_BATTERY, VehicleState.hover());

        Reply reply = composer.compose(request, generated("{battery_pct} remaining.", Finish.EOS));

        assertThat(reply.text()).isEqualTo("Sixty two percent remaining.");
        assertThat(reply.source()).isEqualTo(ReplySource.GENERATED);
    }

    @Test
    void shouldLeaveOutTheLastFactOfWhatWouldTakeTooLong() {
        ReplyRequest request = Requests.answer(Intent.QUERY_BATTERY, VehicleState.hover());

        Reply reply = composer.compose(
                request,
                generated("Battery {battery_pct}, which is good for about {flight_time} of flight.", Finish.EOS));

        assertThat(reply.text()).isEqualTo("Battery sixty two percent.");
        assertThat(reply.source()).isEqualTo(ReplySource.GENERATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Battery {battery_pct}.          | LENGTH    | cut",
                "Battery {battery_pct}.          | CANCELLED | cancelled",
                "Battery {battery_pct}.          | FAULT     | the generator failed",
                "Battery {height}.               | EOS       | a value that was not offered",
                "Battery good.                   | EOS       | a value is missing",
                "Battery sixty percent.          | EOS       | a number of its own",
                "{battery_pct}, {battery_pct}.   | EOS       | a value twice",
                "Battery low, {battery_pct}.     | EOS       | battery:ok",
                "''                              | EOS       | empty",
                ".                               | EOS       | empty",
                "All that the battery holds at this very moment is {battery_pct}. | EOS  | too long"
            })
    void shouldFallBackToTheTemplate(String words, Finish finish, String fault) {
        ReplyRequest request = Requests.answer(Intent.QUERY_BATTERY, VehicleState.hover());

        Reply reply = composer.compose(request, generated(words, finish));

        assertThat(reply.source()).isEqualTo(ReplySource.TEMPLATE);
        assertThat(reply.text()).isEqualTo("Battery sixty two percent.");
        assertThat(reply.fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19 | 0.1 | Battery {battery_pct}.            | battery:low",
                "9  | 0.1 | Battery low, {battery_pct}.       | battery:critical",
                "62 | 5   | Battery {battery_pct}.            | stale"
            })
    void shouldNotLeaveOutWhatTheStateDemands(double percent, double ageS, String words, String fault) {
        VehicleState state =
                new VehicleState.Builder().batteryPct(percent).ageS(ageS).build();
        ReplyRequest request = Requests.answer(Intent.QUERY_BATTERY, state);

        assertThat(composer.compose(request, generated(words, Finish.EOS)).fault())
                .isEqualTo(fault);
    }

    @Test
    void shouldNotSayHomeUnlessTheModeSaysSo() {
        VehicleState holding =
                new VehicleState.Builder().mode("LOITER").payload("released").build();

        Reply reply = composer.compose(
                Requests.announcement("PKG_RELEASED", holding),
                generated("Package released, heading home.", Finish.EOS));

        assertThat(reply.text()).isEqualTo("Package released.");
    }

    @Test
    void shouldNotWarnOfAFailsafeThatThereIsNot() {
        VehicleState well = VehicleState.hover();
        VehicleState failing = well.toBuilder().failsafe("battery failsafe").build();

        assertThat(faultOf("Vehicle failsafe active.", well)).isEqualTo("failsafe");
        assertThat(faultOf("Battery failsafe active.", failing)).isNull();
    }

    private String faultOf(String words, VehicleState state) {
        return composer.compose(Requests.answer(Intent.QUERY_HEALTH, state), generated(words, Finish.EOS))
                .fault();
    }

    @ParameterizedTest
    @CsvSource({"LINK_BACK, Ground link lost.", "CRASH, Online.", "ARMED, Disarmed."})
    void shouldNotAnnounceSomethingElse(String code, String words) {
        Reply reply = composer.compose(Requests.announcement(code, VehicleState.UNKNOWN), generated(words, Finish.EOS));

        assertThat(reply.fault()).isEqualTo("about something else");
    }

    @Test
    void shouldCutSpokenWordsIntoClauses() {
        assertThat(ReplyComposer.clauses("Battery critical, fourteen percent. Returning home."))
                .containsExactly("Battery critical,", "fourteen percent.", "Returning home.");
    }

    private String template(ReplyRequest request) {
        return composer.compose(request, Optional.empty()).text();
    }

    private static Optional<GeneratedReply> generated(String words, Finish finish) {
        return Optional.of(new GeneratedReply(words, new Generation(finish, 5, 1_000_000, 4_000_000)));
    }
}
