package skylark.replay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.replay.Announcement;
import skylark.replay.Recording;
import skylark.replay.ReplaySummary;
import skylark.replay.RunFacts;
import skylark.replay.SampleTurns;
import skylark.replay.TurnRecord;
import skylark.replay.Yardstick;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert('x')</script>\"&\u0000";

    @Test
    void shouldNeedNothingFromAnywhere() {
        String page = page(new SampleTurns(3).turns(40), SampleTurns.facts());
        assertThat(page).doesNotContain("http:").doesNotContain("https:").doesNotContain("@import");
        assertThat(page).doesNotContainPattern("<(i|div|span|a)( [^>]*)?/>");
        assertThat(page).doesNotContainPattern("<(link|img|iframe|script src)");
    }

    @Test
    void shouldBeWellFormed() throws Exception {
        String body = Pattern.compile("<(style|script)>.*?</\\1>", Pattern.DOTALL)
                .matcher(page(new SampleTurns(3).turns(120), SampleTurns.facts()))
                .replaceAll("");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(body.replace("<!doctype html>", ""))));
    }

    @Test
    void shouldShowEveryTurnAndWhatWentWrong() {
        String page = page(new SampleTurns(3).turns(40), SampleTurns.facts());
        assertThat(page).contains("id=\"turn-1\"", "id=\"turn-40\"", "truncated: expected 32000 bytes");
        assertThat(page).contains("<ins>", "fallback sounded first", "cut in", "href=\"replies/3.wav\"");
        assertThat(page).contains("Package released, heading home.");
    }

    @Test
    void shouldEscapeWhateverWasSaidHeardReadOrNamed() {
        Recording recording = new Recording(
                Path.of("a.wav"), HOSTILE, HOSTILE, Intent.EXCLUDED, Slots.NONE, 1.0, HOSTILE, null, null, null);
        TurnResult result = new TurnResult(
                HOSTILE,
                Intent.EXCLUDED,
                Slots.ofWhat(HOSTILE),
                Intent.EXCLUDED.riskClass(),
                1,
                Decision.REFUSE,
                HOSTILE,
                ReplySource.TEMPLATE,
                null,
                Map.of());
        TurnRecord turn = TurnRecord.of(recording)
                .result(result)
                .heard(HOSTILE)
                .commitS(1.1)
                .firstAudioS(1.12)
                .span(HOSTILE, 1.1, 1.2)
                .replyWav(Path.of("replies", "\"onclick=.wav"))
                .error(HOSTILE)
                .build();
        String page = page(List.of(turn), SampleTurns.facts());
        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("\"onclick")
                .doesNotContain("\u0000");
    }

    @Test
    void shouldDrawARunWithoutAnyValue() {
        TurnRecord failed =
                TurnRecord.unplayable(Recording.unlabelled(Path.of("a.wav")).unplayable("a.wav: empty"));
        assertThat(page(List.of(failed), SampleTurns.facts())).contains("No turn has a value.", "a.wav: empty");
        assertThat(page(List.of(), SampleTurns.facts())).contains("0 turns");
    }

    private static String page(List<TurnRecord> turns, RunFacts facts) {
        ReplaySummary summary = ReplaySummary.of(turns, facts);
        List<Announcement> said = List.of(new Announcement("PKG_RELEASED", "Package released, heading home.", 2));
        return ReportPage.render(turns, said, summary, Yardstick.measure(summary, facts), facts);
    }
}
