package skylark.replay.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import skylark.replay.Announcement;
import skylark.replay.ReplaySummary;
import skylark.replay.RunFacts;
import skylark.replay.TurnRecord;
import skylark.replay.Verdict;
import skylark.replay.Yardstick;

/** The whole page. */
public final class ReportPage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Markup page = new Markup();
    private final List<TurnRecord> turns;
    private final List<Announcement> announcements;
    private final ReplaySummary summary;
    private final List<Verdict> verdicts;
    private final RunFacts facts;

    private ReportPage(
            List<TurnRecord> turns,
            List<Announcement> announcements,
            ReplaySummary summary,
            List<Verdict> verdicts,
            RunFacts facts) {
        this.turns = turns;
        this.announcements = announcements;
        this.summary = summary;
        this.verdicts = verdicts;
        this.facts = facts;
    }

    /**
     * @param turns in order; reply files relative to the page
     * @return a self-contained HTML document
     */
    public static String render(
            List<TurnRecord> turns,
            List<Announcement> announcements,
            ReplaySummary summary,
            List<Verdict> verdicts,
            RunFacts facts) {
        return new ReportPage(turns, announcements, summary, verdicts, facts).render();
    }

    /** The style sheet of all pages. */
    public static String style() {
        return resource("report.css");
    }

    private String render() {
        page.raw("<!doctype html>\n").open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.leaf("title", "Skylark \u2013 " + facts.title());
        page.open("style")
                .raw(style())
                .close("style")
                .close("head")
                .open("body")
                .open("main");
        header();
        Tiles.draw(page, verdicts);
        notes();
        Palette palette = Palette.of(turns);
        section("The three clocks", "Warm turns. Bars: turns; line: share of turns answered by then.");
        classes();
        Distributions.draw(page, turns);
        section("Stages", "How long each stage worked on a warm turn: median, quartiles, 5 to 95 %, worst.");
        StageBoxes.draw(page, turns, palette);
        section(
                "Turns",
                "Struck out: said, not heard. Underlined: heard, not said. Delay bars: to the commit, then to the first sound.");
        filter();
        TurnTable.draw(page, turns, announcements);
        section("Timelines", "Work before the commit is speculation behind a closed gate.");
        Timelines.draw(page, turns, palette);
        if (!facts.measured().incidents().isEmpty()) {
            section("Incidents", "Stages in which something was wrong, since the first turn began.");
            Incidents.draw(page, facts);
        }
        section(
                "Histograms",
                "Milliseconds, as the pipeline measured itself: clocks, work on turns, and duty cycles of the stages.");
        Histograms.draw(page, facts.measured());
        page.close("main")
                .open("script")
                .raw(resource("report.js"))
                .close("script")
                .close("body")
                .close("html");
        return page.raw("\n").toString();
    }

    private void header() {
        page.open("header").open("div").leaf("p", "Skylark", "class", "brand").leaf("h1", facts.title());
        page.leaf("p", String.join(" \u00b7 ", conditions()), "class", "sub");
        page.leaf("p", String.join(" \u00b7 ", facts.machine().values()), "class", "sub")
                .close("div");
        long judged = verdicts.stream().filter(v -> v.ok() != null).count();
        long missed =
                verdicts.stream().filter(v -> Boolean.FALSE.equals(v.ok())).count();
        long goals =
                verdicts.stream().filter(v -> Boolean.TRUE.equals(v.goalOk())).count();
        page.open("div", "class", "verdict " + (missed == 0 ? "goal" : "missed"));
        page.leaf("strong", missed == 0 ? "All " + judged + " musts met" : missed + " of " + judged + " musts missed");
        page.leaf("span", goals + " of " + judged + " goals reached")
                .close("div")
                .close("header");
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        conditions.add(TIME.format(facts.startedAt()));
        conditions.add(summary.turns() + " turns in " + Figure.of(facts.wallS()) + " s");
        conditions.add(facts.inRealTime() ? "paced in real time" : "as fast as it goes");
        conditions.add(
                facts.noise() == null ? "quiet" : "noise " + facts.noise() + " at " + Figure.of(facts.snrDb()) + " dB");
        return conditions;
    }

    private void notes() {
        List<String> notes = new ArrayList<>();
        if (facts.interrupted()) {
            notes.add("Interrupted: this is the run as far as it went.");
        }
        if (summary.errors() > 0) {
            notes.add(
                    summary.errors() + (summary.errors() == 1 ? " turn" : " turns") + " failed; see the table below.");
        }
        if (!facts.inRealTime()) {
            notes.add("Not paced in real time: latencies are not held to their limits.");
        }
        if (summary.c2aMs().n() < Yardstick.ENOUGH_TURNS) {
            notes.add("Fewer than " + Yardstick.ENOUGH_TURNS + " warm turns: the outer percentiles are rough.");
        }
        Double coldMs = summary.cold().c2aMs().p50();
        if (coldMs != null) {
            notes.add(
                    "The first turn after start-up is kept apart: commit to audio took " + Figure.of(coldMs) + " ms.");
        }
        page.open("ul", "class", "notes");
        notes.forEach(note -> page.leaf("li", note));
        page.close("ul");
    }

    private void section(String title, String explanation) {
        page.leaf("h2", title).leaf("p", explanation, "class", "sub");
    }

    private void classes() {
        page.open("div", "class", "legend");
        page.open("span")
                .leaf("i", "", "class", "dot complete")
                .text("complete: a whole command or query")
                .close("span");
        page.open("span")
                .leaf("i", "", "class", "dot open")
                .text("open: everything else")
                .close("span");
        page.close("div");
    }

    private void filter() {
        page.open("div", "class", "filter", "hidden", "");
        String[] choices = {
            "",
            "all",
            "wrong",
            "misunderstood",
            "misheard",
            "misheard",
            "late",
            "late",
            "cut",
            "cut in",
            "failed",
            "failed"
        };
        for (int i = 0; i < choices.length; i += 2) {
            page.leaf("button", choices[i + 1], "type", "button", "data-show", choices[i]);
        }
        page.close("div");
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": missing from the class path of the report");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }
}
