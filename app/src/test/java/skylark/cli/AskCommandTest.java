package skylark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.config.Settings;
import skylark.domain.DomainJson;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.understand.Understander;

/** The command's own work, upon a brain that knows six sentences and answers with what it was asked to say. */
class AskCommandTest {
    private static final String LOW = "{\"armed\":true,\"landed\":\"air\",\"mode\":\"GUIDED\",\"alt_m\":8,"
            + "\"speed_mps\":0,\"payload\":\"attached\"}";

    @TempDir
    Path folder;

    @Test
    void shouldPrintReplyAndDecision() {
        CliRun run = ask("", "how", "high", "are", "you");
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        assertThat(run.out())
                .isEqualTo("answer query.altitude at 20.0\n"
                        + "[answer: query.altitude, class Q, confidence 0.95, template]\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldPrintTheResultAsTheContractHasIt() {
        JsonNode result = only(ask("", "--json", "climb ten"));
        assertThat(result.fieldNames())
                .toIterable()
                .containsExactly(
                        "text",
                        "intent",
                        "slots",
                        "class",
                        "confidence",
                        "decision",
                        "reply",
                        "source",
                        "command",
                        "ms");
        assertThat(result.at("/class").asText()).isEqualTo("R");
        assertThat(result.at("/decision").asText()).isEqualTo("execute");
        assertThat(result.at("/command/name").asText()).isEqualTo("DO_REPOSITION");
        assertThat(result.at("/command/params/alt_m").asDouble()).isEqualTo(30);
        assertThat(result.at("/slots/metres").asDouble()).isEqualTo(10);
        assertThat(result.at("/ms/understand").isNumber()).isTrue();
        assertThat(only(ask("", "--json", "how high are you")).get("command").isNull())
                .isTrue();
    }

    @Test
    void shouldTakeTheStateFromAFile() throws IOException {
        Path state = Files.writeString(folder.resolve("s.json"), "{\"alt_m\": 7}");
        assertThat(ask("", "--state", state.toString(), "how high are you").out())
                .startsWith("answer query.altitude at 7.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"alt_m\": \"high\"}|key 'alt_m'",
                "{\"altitude\": 7}|altitude",
                "{\"landed\": \"sea\"}|landed: expected one of",
                "{\"alt_m\": 7|",
                "[]|",
                "null|expected a JSON object",
                "''|",
            })
    void shouldRefuseABadStateByFileAndKey(String content, String expected) throws IOException {
        Path state = Files.writeString(folder.resolve("s.json"), content);
        CliRun run = ask("", "--state", state.toString(), "how high are you");
        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("skylark: " + state + ": ").hasLineCount(1);
        if (expected != null) {
            assertThat(run.err()).contains(expected);
        }
    }

    @Test
    void shouldRefuseABadCall() {
        assertThat(ask("").status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(ask("", "-").err()).isEqualTo("skylark: ask -: expected --json, for the lines are JSON\n");
        assertThat(ask("", "--state", "/nowhere.json", "x").err())
                .isEqualTo("skylark: /nowhere.json: not found, expected a JSON file with the state of a vehicle\n");
        assertThat(ask("", "--state", folder.toString(), "x").status()).isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void shouldAnswerLineByLineAndKeepConversationsApart() {
        List<JsonNode> results = lines(
                ExitStatus.DONE,
                """
                {"text":"drop the package","state":%1$s,"dialog":"a"}
                {"text":"confirm release"}
                {"text":"confirm release","dialog":"b"}

                {"text":"confirm release","dialog":"a","dt_s":7.9}
                {"text":"drop the package","state":%1$s,"dialog":"c"}
                {"text":"confirm release","dialog":"c","dt_s":8.1}
                {"text":"drop the package","intent":"release_package","slots":{},"references":["x"]}
                """
                        .formatted(LOW));
        assertThat(results)
                .extracting(result -> result.get("decision").asText())
                .containsExactly("challenge", "refuse", "refuse", "execute", "challenge", "refuse", "refuse");
        assertThat(results.get(3).at("/command/name").asText()).isEqualTo("DO_GRIPPER");
        assertThat(results.get(3).get("class").asText()).isEqualTo("C");
    }

    @Test
    void shouldCompleteACommandByWhatWasAskedFor() {
        List<JsonNode> results = lines(
                ExitStatus.DONE,
                """
                {"text":"climb","dialog":"a"}
                {"text":"ten meters","dialog":"a","dt_s":3}
                {"text":"ten meters"}
                """);
        assertThat(results)
                .extracting(result -> result.get("decision").asText())
                .containsExactly("ask_slot", "execute", "reject");
        assertThat(results.get(1).get("text").asText()).isEqualTo("ten meters");
        assertThat(results.get(1).at("/command/params/alt_m").asDouble()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json|line",
                "{\"text\":3}|key 'text': expected the words as a string, got 3",
                "{\"dialog\":\"a\"}|key 'text': expected the words as a string, got nothing",
                "{\"text\":\"x\",\"state\":5}|key 'state': expected an object, got 5",
                "{\"text\":\"x\",\"state\":{\"alt\":5}}|state: ",
                "{\"text\":\"x\",\"dt_s\":-1}|key 'dt_s': expected seconds from 0 to 1000000, got -1",
                "{\"text\":\"x\",\"dt_s\":\"2\"}|key 'dt_s'",
                "{\"text\":\"x\",\"dialog\":7}|key 'dialog': expected a name as a string, got 7",
                "{\"text\":\"x\",\"dts_\":7}|unknown key 'dts_' (did you mean 'dt_s'?)",
                "{\"text\":\"x\"} {}|line",
                "[]|expected a JSON object with \"text\"",
                "null|expected a JSON object",
            })
    void shouldAnswerABadLineInItsPlaceAndGoOn(String bad, String expected) {
        List<JsonNode> results =
                lines(ExitStatus.FOUND_WRONG, "{\"text\":\"climb ten\"}\n" + bad + "\n{\"text\":\"climb ten\"}\n");
        assertThat(results).hasSize(3);
        assertThat(results.get(1).get("line").asInt()).isEqualTo(2);
        assertThat(results.get(1).get("error").asText()).contains(expected).doesNotContain("\n");
        assertThat(results.get(2).get("decision").asText()).isEqualTo("execute");
    }

    @Test
    void shouldRefuseLinesThatAreNoTextOrTooLong() {
        byte[] binary = "{\"text\":\"\u00e4\"}\n{\"text\":\"climb ten\"}".getBytes(StandardCharsets.ISO_8859_1);
        CliRun run = CliRun.of(FakeBrain::open, binary, Map.of(), "ask", "--json", "-");
        assertThat(run.status()).isEqualTo(ExitStatus.FOUND_WRONG);
        assertThat(run.out().lines().toList().get(0)).contains("not UTF-8 text");
        assertThat(run.out().lines().toList().get(1)).contains("\"decision\":\"execute\"");
        String endless = "{\"text\":\"" + "x".repeat(Utf8Lines.LONGEST_BYTES) + "\"}\n{\"text\":\"climb ten\"}\n";
        assertThat(lines(ExitStatus.FOUND_WRONG, endless).get(0).get("error").asText())
                .startsWith("longer than 1 MiB");
    }

    @Test
    void shouldAnnounceAKnownCodeOnly() {
        CliRun run = CliRun.of(FakeBrain::open, "", "announce", "BAT_LOW", "--json");
        assertThat(run.status()).isEqualTo(ExitStatus.DONE);
        JsonNode result = only(run);
        assertThat(result.get("code").asText()).isEqualTo("BAT_LOW");
        assertThat(result.get("reply").asText()).startsWith("announce BAT_LOW");
        assertThat(result.get("source").asText()).isEqualTo("template");
        CliRun unknown = CliRun.of(FakeBrain::open, "", "announce", "BAT_LO");
        assertThat(unknown.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(unknown.err()).startsWith("skylark: announce BAT_LO: unknown code (did you mean 'BAT_LOW'?)");
    }

    private static CliRun ask(String input, String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "ask";
        System.arraycopy(args, 0, all, 1, args.length);
        return CliRun.of(FakeBrain::open, input, all);
    }

    private static List<JsonNode> lines(int status, String input) {
        CliRun run = ask(input, "--json", "-");
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.err()).isEmpty();
        return run.out()
                .lines()
                .map(line -> DomainJson.read(line, JsonNode.class, "out"))
                .toList();
    }

    private static JsonNode only(CliRun run) {
        assertThat(run.out()).hasLineCount(1);
        return DomainJson.read(run.out(), JsonNode.class, "out");
    }

    private record FakeBrain() implements Brain {
        static Brain open(Settings settings) {
            return new FakeBrain();
        }

        @Override
        public Understander understander() {
            return new Understander() {
                @Override
                public Understanding understand(String words) {
                    return switch (words) {
                        case "how high are you" -> heard(words, Intent.QUERY_ALTITUDE, Slots.NONE);
                        case "climb" -> heard(words, Intent.CLIMB, Slots.NONE);
                        case "climb ten", "climb ten meters" -> heard(words, Intent.CLIMB, Slots.ofMetres(10));
                        case "drop the package" -> heard(words, Intent.RELEASE_PACKAGE, Slots.NONE);
                        case "confirm release" -> heard(words, Intent.CONFIRM, Slots.ofWhat("release_package"));
                        default -> heard(words, Intent.OUT_OF_SCOPE, Slots.NONE);
                    };
                }

                @Override
                public Completeness completeness(String wordsSoFar) {
                    return Completeness.OPEN;
                }
            };
        }

        private static Understanding heard(String words, Intent intent, Slots slots) {
            return new Understanding(words, intent, slots, 0.95, Understanding.Route.GRAMMAR);
        }

        @Override
        public Reply reply(ReplyRequest request) {
            String text = request.act().wireName() + " " + request.topic() + " at "
                    + request.state().altM();
            return new Reply(text, ReplySource.TEMPLATE, Map.of("generate", 1.0));
        }

        @Override
        public String numberWords(double number) {
            return String.valueOf(number);
        }

        @Override
        public void close() {}
    }
}
