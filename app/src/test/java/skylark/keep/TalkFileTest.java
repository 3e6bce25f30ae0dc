package skylark.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.config.Settings;
import skylark.dialog.Dialogue;
import skylark.dialog.Outcome;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.VehicleState;
import skylark.gate.Gate;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.pipeline.Talk;

/** A talk on its way from one process to the next. */
class TalkFileTest {
    private static final long S = 1_000_000_000L;

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-23T12:00:00Z");
    private final List<String> warnings = new ArrayList<>();

    @Test
    void shouldCarryAnOpenChallengeAndWhatWasNotSaid() {
        Dialogue before = dialogue();
        before.apply(before.decide(said("release the package", Intent.RELEASE_PACKAGE), VehicleState.hover(), 100 * S));
        ReplyRequest left =
                new ReplyRequest(Act.ANNOUNCE, "BAT_LOW", Slots.NONE, null, Map.of(), "", VehicleState.hover());
        file().write(new Talk(7, 3, before.remembered(105 * S), List.of(new Talk.Undelivered(left, 1))));
        now = now.plusSeconds(2);

        Talk talk = taken().orElseThrow();
        Dialogue after = dialogue();
        after.recall(talk.remembered(), 5 * S);

        assertThat(talk.turns()).isEqualTo(7);
        assertThat(talk.announcements()).isEqualTo(3);
        assertThat(talk.undelivered()).containsExactly(new Talk.Undelivered(left, 1));
        Understanding yes = said("confirm release", Intent.CONFIRM);
        assertThat(after.decide(yes, VehicleState.hover(), 6 * S).decision())
                .as("8 s after the challenge")
                .isEqualTo(before.decide(yes, VehicleState.hover(), 108 * S).decision());
        Outcome late = after.decide(yes, VehicleState.hover(), 60 * S);
        assertThat(late.decision()).as("the challenge grows old all the same").isNotEqualTo(Decision.EXECUTE);
        assertThat(warnings).isEmpty();
        assertThat(folder).as("once only").isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"version\":1,\"writtenAtMs\":17",
                "{\"version\":2,\"writtenAtMs\":1795435200000,\"talk\":null}",
                "{\"version\":1,\"writtenAtMs\":1795435200000,\"talk\":null}",
                "{\"version\":1,\"writtenAtMs\":1795435200000,\"talk\":{\"turns\":\"many\"}}",
                "{\"version\":1,\"writtenAtMs\":1795435200000,\"talk\":{\"turns\":1}}"
            })
    void shouldStartAfreshInOneLineWhenItIsNoUse(String content) throws Exception {
        Files.writeString(folder.resolve("talk.json"), content);
        assertThat(taken()).isEmpty();
        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("talk.json")
                .contains("starts afresh")
                .doesNotContain("\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldNotGoOnWithTheTalkOfAnotherDay() {
        file().write(new Talk(7, 3, dialogue().remembered(0), List.of()));
        now = now.plusSeconds(86_400);
        assertThat(taken()).isEmpty();
        assertThat(warnings).singleElement().asString().contains("86400 s old");
    }

    @Test
    void shouldSayNothingWhereThereIsNothing() {
        assertThat(taken()).isEmpty();
        assertThat(warnings).isEmpty();
    }

    private Optional<Talk> taken() {
        return file().take(warnings::add);
    }

    private TalkFile file() {
        return new TalkFile(folder, () -> now);
    }

    private static Understanding said(String words, Intent intent) {
        return new Understanding(words, intent, Slots.NONE, 0.99, Understanding.Route.GRAMMAR);
    }

    private static Dialogue dialogue() {
        Gate gate = new Gate(Settings.defaults().safety(), -1);
        return new Dialogue(gate, Settings.defaults().safety(), "skylark", "plain", Double::toString);
    }
}
