package skylark.replay.page;

import java.util.List;
import skylark.metrics.Metrics;
import skylark.replay.RunFacts;

/** What went wrong with stages, and what was done. */
final class Incidents {
    private Incidents() {}

    static void draw(Markup page, RunFacts facts) {
        page.open("table", "class", "histograms").open("thead").open("tr");
        List.of("At, s", "Stage", "What", "Why", "Then").forEach(head -> page.leaf("th", head));
        page.close("tr").close("thead").open("tbody");
        facts.measured().incidents().forEach(incident -> row(page, facts, incident));
        page.close("tbody").close("table");
    }

    private static void row(Markup page, RunFacts facts, Metrics.Incident incident) {
        page.open("tr").leaf("td", Figure.of(facts.secondsIn(incident)), "class", "num");
        page.leaf("th", incident.stage()).leaf("td", incident.kind()).leaf("td", incident.detail());
        page.leaf("td", incident.restarted() ? "restarted" : "reported").close("tr");
    }
}
