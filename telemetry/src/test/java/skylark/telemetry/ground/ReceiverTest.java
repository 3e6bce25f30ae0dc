package skylark.telemetry.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReceiverTest implements Receiver.Listener {
    private static final String EVENT = "skylark/1/demo/d1/event/flight";

    private final List<String> told = new ArrayList<>();
    private final Receiver receiver = new Receiver("demo", this);

    @Override
    public void onMessage(Message message) {
        told.add(message.text("id"));
    }

    @Override
    public void onCleared(String drone, String name) {
        told.add("cleared " + name);
    }

    @Override
    public void onGap(String drone, String stream, long first, long last) {
        told.add("gap " + stream + " " + first + "-" + last);
    }

    @Override
    public void onNonsense(String topic, String why) {
        told.add("nonsense");
    }

    private void event(long seq, long nowNs) {
        receive(EVENT, "{\"id\":\"e" + seq + "\",\"type\":\"event\",\"seq\":" + seq + "}", nowNs);
    }

    private void receive(String topic, String text, long nowNs) {
        receiver.receive(topic, text.getBytes(StandardCharsets.UTF_8), false, nowNs);
    }

    @Test
    void shouldTellEachMessageOnce() {
        event(1, 0);
        event(2, 0);
        event(1, 0);

        assertThat(told).containsExactly("e1", "e2");
    }

    @Test
    void shouldShowAHoleOnceItHasStayedOpen() {
        event(1, 0);
        event(4, 0);
        receiver.look(Numbers.PATIENCE_NS - 1);
        assertThat(told).containsExactly("e1", "e4");
        assertThat(receiver.stored()).isEqualTo(Map.of("d1", Map.of("event", 1L)));

        receiver.look(Numbers.PATIENCE_NS);
        assertThat(told).endsWith("gap event 2-3");
        assertThat(receiver.stored()).isEqualTo(Map.of("d1", Map.of("event", 4L)));
    }

    @Test
    void shouldAcknowledgeNothingBeyondAHoleThatIsBeingFilled() {
        event(500, 0);
        event(498, 0);
        assertThat(receiver.stored().get("d1")).isEqualTo(Map.of("event", 498L));
        event(499, 0);

        assertThat(receiver.stored().get("d1")).isEqualTo(Map.of("event", 500L));
    }

    @Test
    void shouldIgnoreOtherFleetsTheGroundAndNonsense() {
        receive("skylark/1/other/d1/event/flight", "{\"id\":\"x\"}", 0);
        receive("skylark/1/demo/gcs/base/state", "{\"id\":\"x\"}", 0);
        receive(EVENT, "[1,2", 0);
        receive(EVENT, "{}", 0);
        receive("skylark/1/demo/d1/alert/gps", "", 0);

        assertThat(told).containsExactly("nonsense", "nonsense", "cleared alert/gps");
    }

    @Property(tries = 100)
    void shouldEndWithoutAHoleInWhateverOrderAllArrive(
            @ForAll @IntRange(min = 1, max = 60) int count, @ForAll java.util.Random random) {
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
        order.addAll(order.subList(0, count / 2));
        Collections.shuffle(order, random);
        Numbers numbers = new Numbers();
        order.forEach(seq -> numbers.add(seq, 0));

        assertThat(numbers.contiguous()).isEqualTo(count);
        assertThat(numbers.giveUp(Long.MAX_VALUE)).isNull();
    }
}
