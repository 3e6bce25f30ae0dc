package skylark.replay.page;

import java.util.List;
import skylark.replay.StageSpan;
import skylark.replay.TurnRecord;

/** How long each stage took, over the warm turns: box from the quartiles, whiskers from 5 to 95 %, on a log axis. */
final class StageBoxes {
    private static final double LEAST_MS = 0.1;
    private static final double LEFT_PX = 4;
    private static final double RIGHT_PX = 516;

    private StageBoxes() {}

    static void draw(Markup page, List<TurnRecord> turns, Palette palette) {
        double mostMs = turns.stream()
                .flatMap(turn -> turn.spans().stream())
                .mapToDouble(StageSpan::lengthMs)
                .max()
                .orElse(1000);
        Scale decades = new Scale(-1, Math.ceil(Math.log10(Math.max(10, mostMs))), LEFT_PX, RIGHT_PX);
        page.open("table", "class", "stages").open("thead").open("tr").leaf("th", "Stage");
        page.open("th", "class", "chart");
        axis(page, decades);
        page.close("th");
        List.of("n", "p50", "p95", "max").forEach(head -> page.leaf("th", head, "class", "num"));
        page.close("tr").close("thead").open("tbody");
        for (String stage : palette.stages()) {
            row(page, stage, lengths(turns, stage), decades, palette);
        }
        page.close("tbody").close("table");
    }

    private static List<Double> lengths(List<TurnRecord> turns, String stage) {
        return turns.stream()
                .filter(turn -> !turn.cold())
                .flatMap(turn -> turn.spans().stream())
                .filter(span -> span.stage().equals(stage))
                .map(StageSpan::lengthMs)
                .sorted()
                .toList();
    }

    private static void row(Markup page, String stage, List<Double> sorted, Scale decades, Palette palette) {
        page.open("tr")
                .open("th")
                .leaf("i", "", "class", "dot " + palette.fill(stage))
                .text(stage)
                .close("th");
        page.open("td", "class", "chart").open("svg", "viewBox", "0 0 520 22", "aria-hidden", "true");
        grid(page, decades, 22);
        if (!sorted.isEmpty()) {
            box(page, sorted, decades, palette.fill(stage));
        }
        page.close("svg").close("td").leaf("td", String.valueOf(sorted.size()), "class", "num");
        for (double share : new double[] {0.5, 0.95, 1}) {
            page.leaf("td", sorted.isEmpty() ? Figure.NONE : Figure.of(at(sorted, share)), "class", "num");
        }
        page.close("tr");
    }

    private static void box(Markup page, List<Double> sorted, Scale decades, String fill) {
        double lowPx = px(decades, at(sorted, 0.05));
        double highPx = px(decades, at(sorted, 0.95));
        double firstPx = px(decades, at(sorted, 0.25));
        double thirdPx = px(decades, at(sorted, 0.75));
        String median = Figure.px(px(decades, at(sorted, 0.5)));
        page.empty("line", "class", "whisker", "x1", Figure.px(lowPx), "x2", Figure.px(highPx), "y1", "11", "y2", "11");
        page.empty(
                "rect",
                "class",
                fill,
                "x",
                Figure.px(firstPx),
                "y",
                "5",
                "rx",
                "2",
                "height",
                "12",
                "width",
                Figure.px(Math.max(2, thirdPx - firstPx)));
        page.empty("line", "class", "median", "x1", median, "x2", median, "y1", "3", "y2", "19");
        String max = Figure.px(px(decades, at(sorted, 1)));
        page.empty("circle", "class", "outlier", "cx", max, "cy", "11", "r", "2");
    }

    private static void axis(Markup page, Scale decades) {
        page.open("svg", "viewBox", "0 0 520 16", "aria-hidden", "true");
        for (double decade : decades.ticks((int) (decades.to() - decades.from()))) {
            String anchor = decade == decades.from() ? "" : decade == decades.to() ? " end" : " mid";
            String label = Figure.of(Math.pow(10, decade)) + (decade == decades.to() ? " ms" : "");
            page.leaf("text", label, "class", "tick" + anchor, "x", Figure.px(decades.px(decade)), "y", "12");
        }
        page.close("svg");
    }

    private static void grid(Markup page, Scale decades, int heightPx) {
        for (double decade : decades.ticks((int) (decades.to() - decades.from()))) {
            String x = Figure.px(decades.px(decade));
            page.empty("line", "class", "grid", "x1", x, "x2", x, "y1", "0", "y2", String.valueOf(heightPx));
        }
    }

    private static double px(Scale decades, double ms) {
        return decades.clampedPx(Math.log10(Math.max(LEAST_MS, ms)));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
