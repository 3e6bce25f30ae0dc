package skylark.nlg.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import skylark.domain.BadInputException;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;

class PromptWriterTest {
    private static final PromptTable TABLE = Golden.table();
    private final PromptWriter prompts = new PromptWriter(TABLE);

    @Test
    void shouldWriteWhatTheTrainingWrote() {
        assertThat(Golden.all()).hasSizeGreaterThan(200).allSatisfy(golden -> assertThat(
                        prompts.write(golden.request().inJava()))
                .isEqualTo(golden.prompt()));
    }

    @Test
    void shouldKnowEveryIntentAndReason() {
        for (Intent intent : Intent.values()) {
            assertThat(TABLE.knows(intent.wireName())).as(intent.wireName()).isTrue();
        }
        for (Reason reason : Reason.values()) {
            assertThat(TABLE.reasons()).containsKey(reason.wireName());
        }
    }

    @Test
    void shouldKnowEveryPlaceholderOfTheTable() {
        assertThat(TABLE.placeholders().values().stream().flatMap(java.util.List::stream))
                .allSatisfy(
                        name -> assertThat(Placeholder.byName(name).wireName()).isEqualTo(name));
    }

    @Test
    void shouldRefuseATopicThatNobodyKnows() {
        ReplyRequest request =
                new ReplyRequest(Act.ANSWER, "query.tea", Slots.NONE, null, Map.of(), "", VehicleState.UNKNOWN);

        assertThatThrownBy(() -> prompts.write(request)).hasMessageContaining("query.tea");
    }

    @Test
    void shouldNameTheFileOfABadTable() {
        ByteArrayInputStream json = new ByteArrayInputStream("{\"version\":2}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> PromptTable.read(json, "prompt.json"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("prompt.json: ")
                .hasMessageContaining("version");
    }

    @Property
    void shouldNeverLetWordsBecomeMarkersOrNumbers(@ForAll String words) {
        String clean = OperatorWords.clean(words);

        assertThat(clean.replace("<num>", "")).matches("[a-z' ]*");
        assertThat(clean.split(" ").length).isLessThanOrEqualTo(12);
        assertThat(NumberWords.in(clean.replace("<num>", " "))).isFalse();
    }
}
