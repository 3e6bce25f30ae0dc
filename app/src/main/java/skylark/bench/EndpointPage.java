package skylark.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import skylark.bench.EndpointCurve.Kind;
import skylark.bench.EndpointCurve.Point;
import skylark.replay.Percentiles;
import skylark.replay.page.Figure;
import skylark.replay.page.Markup;
import skylark.replay.page.ReportPage;
import skylark.replay.page.Scale;

/** The trade-off of the endpoint as a page: two plots and the table behind them. */
public final class EndpointPage {
    private static final int LEFT_PX = 34;
    private static final int RIGHT_PX = 338;
    private static final int TOP_PX = 16;
    private static final int BASE_PX = 168;
    private static final double PERCENT = 100;
    private static final double MUST_PERCENT = 5;

    private final Markup page = new Markup();
    private final List<Point> points;

    private EndpointPage(List<Point> points) {
        this.points = points;
    }

    /** @return a self-contained HTML document */
    public static String render(List<Point> points, int recordings) {
        return new EndpointPage(points).render(recordings);
    }

    private String render(int recordings) {
        page.raw("<!doctype html>\n").open("html", "lang", "en").open("head").empty("meta", "charset", "utf-8");
        page.leaf("title", "Skylark \u2013 endpoint")
                .open("style")
                .raw(ReportPage.style())
                .close("style")
                .close("head");
        page.open("body").open("main").open("header").open("div").leaf("p", "Skylark", "class", "brand");
        page.leaf("h1", "When has the operator finished?");
        page.leaf(
                        "p",
                        recordings + " recordings. Dark: by the words so far, all tiers shorter or longer, 1 as set."
                                + " Light: the same silence whatever the words, in seconds. Left and down is better.",
                        "class",
                        "sub")
                .close("div")
                .close("header");
        page.open("div", "class", "panels");
        panel("Complete commands and queries", Point::complete);
        panel("Open talk", Point::open);
        page.close("div");
        table();
        return page.close("main").close("body").close("html").raw("\n").toString();
    }

    private void panel(String title, Function<Point, Percentiles> delays) {
        double latest =
                points.stream().mapToDouble(p -> ms(delays.apply(p))).max().orElse(1);
        double most =
                points.stream().mapToDouble(p -> PERCENT * p.cutIns()).max().orElse(1);
        Scale x = new Scale(0, ceiling(latest), LEFT_PX, RIGHT_PX);
        Scale y = new Scale(0, ceiling(Math.max(most, MUST_PERCENT)), BASE_PX, TOP_PX);
        page.open("figure").leaf("figcaption", title);
        page.leaf("p", "cut-ins, % of recordings, against the median delay after the last word, ms", "class", "sub");
        page.open("svg", "viewBox", "0 0 360 200", "role", "img", "aria-label", title);
        x.ticks(5).forEach(tick -> tick(tick, x.px(tick), BASE_PX + 14, "mid"));
        y.ticks(5).forEach(tick -> {
            line("grid", LEFT_PX, y.px(tick), RIGHT_PX, y.px(tick));
            tick(tick, LEFT_PX - 5, y.px(tick) + 3.5, "end");
        });
        line("deadline", LEFT_PX, y.px(MUST_PERCENT), RIGHT_PX, y.px(MUST_PERCENT));
        curve(Kind.SILENCE, "open", delays, x, y);
        curve(Kind.TIERS, "complete", delays, x, y);
        page.close("svg").close("figure");
    }

    private void curve(Kind kind, String style, Function<Point, Percentiles> delays, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        List<Point> mine = points.stream().filter(p -> p.kind() == kind).toList();
        for (Point point : mine) {
            path.append(Figure.px(x.px(ms(delays.apply(point)))))
                    .append(',')
                    .append(Figure.px(y.px(PERCENT * point.cutIns())))
                    .append(' ');
        }
        page.empty("polyline", "class", "cdf", "points", path.toString().strip());
        for (Point point : mine) {
            double atX = x.px(ms(delays.apply(point)));
            double atY = y.px(PERCENT * point.cutIns());
            page.empty(
                    "rect",
                    "class",
                    style,
                    "x",
                    Figure.px(atX - 4),
                    "y",
                    Figure.px(atY - 4),
                    "width",
                    "8",
                    "height",
                    "8",
                    "rx",
                    "4");
            page.leaf("text", setting(point), "x", Figure.px(atX + 7), "y", Figure.px(atY - 5));
        }
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        page.empty(
                "line",
                "class",
                style,
                "x1",
                Figure.px(x1),
                "y1",
                Figure.px(y1),
                "x2",
                Figure.px(x2),
                "y2",
                Figure.px(y2));
    }

    private void tick(double value, double x, double y, String side) {
        page.leaf("text", Figure.of(value), "class", side, "x", Figure.px(x), "y", Figure.px(y));
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

    private static double ceiling(double value) {
        double most = Math.max(1, value);
        double step = Scale.niceStep(most / 5);
        return Math.ceil(most / step) * step;
    }
}
