package skylark.replay.page;

import java.util.List;
import java.util.Map;
import skylark.metrics.LatencyHistogram.Percentiles;
import skylark.metrics.Metrics;

/** What the pipeline measured itself, a line for each histogram, and the counters below. */
final class Histograms {
    private Histograms() {}

    static void draw(Markup page, Metrics.Snapshot measured) {
        page.open("table", "class", "histograms").open("thead").open("tr").leaf("th", "What");
        List.of("n", "p50", "p95", "p99", "max").forEach(head -> page.leaf("th", head, "class", "num"));
        page.close("tr").close("thead").open("tbody");
        measured.latencies().forEach((name, percentiles) -> row(page, name, percentiles));
        page.close("tbody").close("table");
        page.leaf("p", counters(measured.counters()), "class", "sub");
    }

    private static void row(Markup page, String name, Percentiles percentiles) {
        page.open("tr").leaf("th", name).leaf("td", String.valueOf(percentiles.n()), "class", "num");
        for (double ms : new double[] {percentiles.p50(), percentiles.p95(), percentiles.p99(), percentiles.max()}) {
            page.leaf("td", Figure.of(ms), "class", "num");
        }
        page.close("tr");
    }

    private static String counters(Map<String, Long> counters) {
        return String.join(
                " \u00b7 ",
                counters.entrySet().stream()
                        .map(counter -> counter.getKey() + " " + counter.getValue())
                        .toList());
    }
}
