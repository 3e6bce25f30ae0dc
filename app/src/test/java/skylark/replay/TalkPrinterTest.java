package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TalkPrinterTest {
    private static final Terminal PLAIN = new Terminal(100, false, false);
    private static final Terminal RICH = new Terminal(120, true, true);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void shouldAlignTheTurns() {
        print(PLAIN, new SampleTurns(5).turns(20));
        List<Integer> columns = lines().stream()
                .filter(line -> line.contains("EPD"))
                .map(line -> line.indexOf("EPD"))
                .distinct()
                .toList();
        assertThat(columns).hasSize(1);
        assertThat(lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    void shouldSayWhatWasHeardRepliedAndHowLongItTook() {
        print(PLAIN, new SampleTurns(5).turns(9));
        assertThat(lines().get(1)).contains("climb ten metres", "->", "Climbing ten meters.", "EPD", "C2A", "V2V");
        assertThat(lines()).anyMatch(line -> line.contains("truncated: expected"));
    }

    @Test
    void shouldUseNoColourAndNoUnicodeWhereTheyAreNotWelcome() {
        print(PLAIN, new SampleTurns(5).turns(40));
        assertThat(text()).doesNotContain("\u001b").matches("(?s)\\p{ASCII}*");
    }

    @Test
    void shouldColourForATerminal() {
        print(RICH, new SampleTurns(5).turns(40));
        assertThat(text()).contains("\u001b[31m", "\u2192");
    }

    @Test
    void shouldNotLetWordsSteerTheTerminal() {
        Recording hostile =
                new Recording(Path.of("a.wav"), "a", "\u001b[2Jstop\n", null, null, null, null, null, null, null);
        print(
                RICH,
                List.of(TurnRecord.of(hostile)
                        .heard("\u001b]0;x\u0007\r")
                        .error("\u001b[2J")
                        .build()));
        assertThat(text()).doesNotContain("\u001b[2J", "\u001b]", "\r", "\u0007");
    }

    @Test
    void shouldSumUpAgainstTheLimits() {
        RunFacts facts = SampleTurns.facts();
        ReplaySummary summary = ReplaySummary.of(new SampleTurns(5).turns(40), facts);
        printer(PLAIN).summary(summary, Yardstick.measure(summary, facts), "out/report.html");
        assertThat(text())
                .contains("Voice to voice", "must", "goal", "<= 40", ">= 99", "1 failed", "Report: out/report.html")
                .containsPattern("\\d of \\d+ musts missed\\.");
    }

    @Test
    void shouldPrintWhatTheDroneSaysOfItself() {
        printer(PLAIN).announcement("PKG_RELEASED", "Package released, heading home.");
        assertThat(text()).contains("[PKG_RELEASED] Package released, heading home.");
    }

    @Test
    void shouldKnowTheTerminalByItsEnvironment() {
        assertThat(Terminal.of(true, StandardCharsets.UTF_8, Map.of("COLUMNS", "140")))
                .isEqualTo(new Terminal(140, true, true));
        assertThat(Terminal.of(true, StandardCharsets.US_ASCII, Map.of("NO_COLOR", "1", "COLUMNS", "x")))
                .isEqualTo(new Terminal(110, false, false));
        assertThat(Terminal.of(true, StandardCharsets.UTF_8, Map.of("NO_COLOR", ""))
                        .colour())
                .isTrue();
        assertThat(Terminal.of(false, StandardCharsets.UTF_8, Map.of()).colour())
                .isFalse();
        assertThat(Terminal.of(true, StandardCharsets.UTF_8, Map.of("TERM", "dumb"))
                        .colour())
                .isFalse();
        assertThat(Terminal.of(true, StandardCharsets.UTF_8, Map.of("COLUMNS", "10"))
                        .columns())
                .isEqualTo(72);
    }

    private void print(Terminal terminal, List<TurnRecord> turns) {
        TalkPrinter printer = printer(terminal);
        for (int i = 0; i < turns.size(); i++) {
            printer.turn(i + 1, turns.get(i));
        }
    }

    private TalkPrinter printer(Terminal terminal) {
        return new TalkPrinter(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private List<String> lines() {
        return text().lines().toList();
    }
}
