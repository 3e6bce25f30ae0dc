package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.domain.ReplySource;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.SpeechTime;
import skylark.stage.NanoClock;

/** The shipped model in ten thousand states, each known in part. */
@Tag("slow")
class AnyStateTest {
    private static final int STATES = 10_000;
    private static final long SEED = 20_261_123;
    private static final double GENERATED = 0.8;

    @Test
    void shouldSpeakTheStatesOwnNumbersBrieflyAndWhole() {
        Random rng = new Random(SEED);
        ModelFolder folder = ModelFolder.builtIn();
        ReplyComposer composer = ReplyComposer.of(folder, SpeechProfile.PLAIN);
        OrtSessions sessions = new OrtSessions(OnnxSettings.cpu());
        List<String> tooLong = new ArrayList<>();
        int generated = 0;
        try (ReplyWriter writer = ReplyWriter.open(folder, sessions, composer, NanoClock.SYSTEM)) {
            for (int i = 0; i < STATES; i++) {
                ReplyRequest request = Requests.random(rng);
                Reply reply = writer.write(request);

                assertThat(reply.text()).as("seed %d, state %d", SEED, i).isNotBlank();
                assertThat(reply.text()).doesNotContainPattern("[0-9{}<>]");
                assertThat(SpeechTime.isTooLong(reply.text(), request))
                        .as(reply.text())
                        .isFalse();
                Numbers.assertAllKnown(composer.prompts(), request, reply.text());
                SpokenValues.assertAreTheRequests(request, reply.text());
                generated += reply.source() == ReplySource.GENERATED && request.act() != Act.ASK_SLOT ? 1 : 0;
            }
        }
        assertThat(tooLong).isEmpty();
        assertThat(generated).as("generated of %d", STATES).isGreaterThan((int) (GENERATED * STATES));
    }
}
