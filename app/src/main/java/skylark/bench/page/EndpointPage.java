package skylark.bench.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import skylark.bench.EndpointCurve.Kind;
import skylark.bench.EndpointCurve.Point;
import skylark.bench.page.Plot.At;
import skylark.bench.page.Plot.Range;
import skylark.replay.Percentiles;
import skylark.replay.page.Figure;
import skylark.replay.page.Markup;

/** The trade-off of the endpoint as a page: two plots and the table behind them. */
public final class EndpointPage {
    private static final double PERCENT = 100;
    private static final double MUST_PERCENT = 5;

    private final Markup page;
    private final List<Point> points;

    private EndpointPage(List<Point> points, int recordings) {
        this.points = points;
        this.page = Sheet.begin(
                "endpoint",
                "When has the operator finished?",
                List.of(recordings + " recordings. Dark: by the words so far, all tiers shorter or longer, 1 as set."
                        + " Light: the same silence whatever the words, in seconds. Left and down is better."));
    }

    /** @return a self-contained HTML document */
    public static String render(List<Point> points, int recordings) {
        return new EndpointPage(points, recordings).render();
    }

    private String render() {
        page.open("div", "class", "panels");
        panel("Complete commands and queries", Point::complete);
        panel("Open talk", Point::open);
        page.close("div");
        table();
        return Sheet.end(page);
    }

    private void panel(String title, Function<Point, Percentiles> delays) {
        double latest =
                points.stream().mapToDouble(p -> ms(delays.apply(p))).max().orElse(1);
        double most =
                points.stream().mapToDouble(p -> PERCENT * p.cutIns()).max().orElse(1);
        Plot plot = new Plot(
                page,
                title,
                "cut-ins, % of recordings, against the median delay after the last word, ms",
                Range.upTo(latest),
                Range.upTo(Math.max(most, MUST_PERCENT)));
        plot.markUp(MUST_PERCENT);
        curve(plot, Kind.SILENCE, "open", delays);
        curve(plot, Kind.TIERS, "complete", delays);
        plot.end();
    }

    private void curve(Plot plot, Kind kind, String style, Function<Point, Percentiles> delays) {
        List<Point> mine = points.stream().filter(p -> p.kind() == kind).toList();
        plot.curve("cdf", mine.stream().map(point -> at(point, delays)).toList());
        mine.forEach(point -> plot.dot(style, at(point, delays), setting(point)));
    }

    private static At at(Point point, Function<Point, Percentiles> delays) {
        return new At(ms(delays.apply(point)), PERCENT * point.cutIns());
    }

    private void table() {
        page.open("table").open("thead").open("tr").leaf("th", "waits");
        for (String title : List.of("cut-ins", "complete p50", "p95", "open p50", "p95", "unheard")) {
            page.leaf("th", title, "class", "num");
        }
        page.close("tr").close("thead").open("tbody");
        for (Point point : points) {
            page.open("tr").leaf("th", waits(point));
            cell(percent(point.cutIns()));
            cell(Figure.of(point.complete().p50()) + " ms");
            cell(Figure.of(point.complete().p95()) + " ms");
            cell(Figure.of(point.open().p50()) + " ms");
            cell(Figure.of(point.open().p95()) + " ms");
            cell(String.valueOf(point.unheard()));
            page.close("tr");
        }
        page.close("tbody").close("table");
    }

    private void cell(String text) {
        page.leaf("td", text, "class", "num");
    }

    /** A line of the terminal's table. */
    public static String line(Point point) {
        return String.format(
                Locale.ROOT,
                "%-26s %8s   %6s %6s ms   %6s %6s ms",
                waits(point),
                percent(point.cutIns()),
                Figure.of(point.complete().p50()),
                Figure.of(point.complete().p95()),
                Figure.of(point.open().p50()),
                Figure.of(point.open().p95()));
    }

    private static String waits(Point point) {
        return (point.kind() == Kind.TIERS ? "by the words, times " : "always, seconds ") + setting(point);
    }

    private static String setting(Point point) {
        return String.format(Locale.ROOT, "%.2f", point.setting());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    private static double ms(Percentiles delays) {
        Double median = delays.p50();
        return median == null ? 0 : median;
    }
}
