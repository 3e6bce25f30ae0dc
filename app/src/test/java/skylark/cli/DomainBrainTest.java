package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import skylark.domain.DomainJson;
import skylark.telemetry.announce.Code;

/** The command line with its own grammar and whatever language model is packed with it. */
class DomainBrainTest {
    @Test
    void shouldTalkWithTheRealParts() {
        CliRun run = CliRun.of(
                DomainBrain::new,
                """
                {"text":"climb","dialog":"a"}
                {"text":"ten meters","dialog":"a","dt_s":2}
                {"text":"land now","dialog":"b"}
                {"text":"yes","dialog":"b","dt_s":1}
                {"text":"confirm landing","dialog":"b","dt_s":1}
                {"text":"land now","dialog":"c"}
                {"text":"confirm landing","dialog":"c","dt_s":1}
                {"text":"do not land"}
                """,
                "ask",
                "--json",
                "-");
        List<JsonNode> results = run.out()
                .lines()
                .map(line -> DomainJson.read(line, JsonNode.class, "out"))
                .toList();
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(results)
                .extracting(result -> result.get("decision").asText())
                .containsExactly(
                        "ask_slot", "execute", "challenge", "reject", "refuse", "challenge", "execute", "answer");
        assertThat(results.get(6).at("/command/name").asText()).isEqualTo("NAV_LAND");
        assertThat(results)
                .allSatisfy(result ->
                        assertThat(result.get("reply").asText()).isNotBlank().doesNotContain("{"));
        assertThat(results.get(5).get("reply").asText()).containsIgnoringCase("confirm landing");
    }

    @Test
    void shouldHaveASentenceForEveryCode() {
        for (Code code : Code.values()) {
            CliRun run = CliRun.of(DomainBrain::new, "", "announce", code.name());
            assertThat(run.status()).as(code.name()).isEqualTo(ExitStatus.DONE);
            assertThat(run.out()).as(code.name()).isNotBlank().hasLineCount(1);
        }
    }
}
