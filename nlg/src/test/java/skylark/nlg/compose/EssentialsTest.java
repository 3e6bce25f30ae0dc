package skylark.nlg.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.prompt.Golden;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

class EssentialsTest {
    private final Essentials essentials = new Essentials();

    @Test
    void shouldKnowWhatEveryTopicIsAbout() {
        List<String> anything = Golden.table().topics().keySet().stream()
                .filter(topic -> essentials.areIn("The zebra.", request(topic)))
                .toList();

        assertThat(anything).as("topics that any words are about").isEmpty();
    }

    @Test
    void shouldNotTakeACancellationForTheFlightMode() {
        assertThat(essentials.areIn("Cancelled.", request("query.mode"))).isFalse();
        assertThat(essentials.areIn("Last known, holding position.", request("query.mode")))
                .isTrue();
    }

    private static ReplyRequest request(String topic) {
        Act act = Requests.CODES.contains(topic) ? Act.ANNOUNCE : Act.ANSWER;
        return new ReplyRequest(act, topic, Slots.NONE, null, Map.of(), "some words", VehicleState.hover());
    }
}
