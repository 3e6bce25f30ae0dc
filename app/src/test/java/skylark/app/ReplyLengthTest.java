package skylark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.audio.voice.MarySynthesiser;
import skylark.audio.voice.Synthesiser;
import skylark.config.Settings;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechTime;

/** The longest things that the drone says, in its own voice. */
@Tag("slow")
class ReplyLengthTest {
    private static final List<Intent> LONG = List.of(
            Intent.QUERY_WIND, Intent.QUERY_POSITION, Intent.QUERY_FLIGHT_TIME, Intent.QUERY_MODE, Intent.QUERY_STATUS);
    private static final int STATES = 60;
    private static final long SEED = 5;
    private static final double RATE_HZ = 16_000;

    @Test
    void shouldTakeNoMoreTimeThanAReplyMay() {
        Random rng = new Random(SEED);
        try (ReplyWriter writer = LanguageModel.of(Settings.defaults()).open();
                Synthesiser voice = MarySynthesiser.open()) {
            for (int i = 0; i < STATES; i++) {
                ReplyRequest request = request(LONG.get(i % LONG.size()), rng);
                String words = writer.write(request).text();

                assertThat(seconds(voice, words, request))
                        .as("%s (seed %d, state %d)", words, SEED, i)
                        .isLessThanOrEqualTo(SpeechTime.limitS(request) + 0.05);
            }
        }
    }

    private static double seconds(Synthesiser voice, String words, ReplyRequest request) {
        int samples = 0;
        for (String clause : ReplyComposer.clauses(words)) {
            samples += voice.synthesise(
                    clause, SpeechTime.shareS(clause, words, request), (sound, offset, length) -> true);
        }
        return samples / RATE_HZ;
    }

    /** Numbers that take long to say. */
    private static ReplyRequest request(Intent intent, Random rng) {
        VehicleState state = VehicleState.hover().toBuilder()
                .altM(77 + rng.nextInt(2) * 0.7 + rng.nextInt(40))
                .homeM(770.0 + rng.nextInt(900))
                .homeDeg(277.0)
                .windMps(7.7 + rng.nextInt(10))
                .windFromDeg(rng.nextInt(360) + 0.0)
                .batteryPct(7.0 + rng.nextInt(90))
                .batteryS(77.0 + rng.nextInt(900))
                .ageS(rng.nextBoolean() ? 0.2 : 77.0)
                .mode(rng.nextBoolean() ? "AUTO" : "RTL")
                .build();
        Map<String, String> args = Map.of(ReplyRequest.REGISTER, rng.nextBoolean() ? "plain" : "full");
        return new ReplyRequest(Act.ANSWER, intent.wireName(), Slots.NONE, null, args, "tell me", state);
    }
}
