package skylark.bench.page;

import java.util.List;
import java.util.Objects;
import skylark.bench.compare.CompareResult;
import skylark.bench.compare.Contrast;
import skylark.replay.page.Figure;
import skylark.replay.page.Markup;
import skylark.replay.page.Scale;

/** A comparison as a page: each measure's ratio with its interval, and the table. */
public final class ComparePage {
    private static final double FROM = 0.7;
    private static final double TO = 1.3;
    private static final double WIDTH_PX = 420;
    private static final double MIDDLE_PX = 9;

    private static final Scale SCALE = new Scale(FROM, TO, 0, WIDTH_PX);

    private final Markup page;
    private final CompareResult result;

    private ComparePage(CompareResult result) {
        this.result = result;
        this.page = Sheet.begin(
                "bench --compare",
                result.failed() ? "Worse than the base" : "Not worse than the base",
                List.of(
                        "base " + result.base() + " \u00b7 candidate " + result.candidate(),
                        String.join(" \u00b7 ", result.machine().values()),
                        result.rounds() + " rounds of " + result.turns()
                                + " turns each, by turns, in real time. Bars: 99 %"
                                + " of the ratios drawn by chance from these runs; the middle is no change, the ends of"
                                + " the scale are 0.7 and 1.3 times the base."));
    }

    /** @return a self-contained HTML document */
    public static String render(CompareResult result) {
        return new ComparePage(result).render();
    }

    private String render() {
        page.open("table").open("thead").open("tr").leaf("th", "measure");
        for (String title : List.of("n", "base", "candidate", "ratio")) {
            page.leaf("th", title, "class", "num");
        }
        page.leaf("th", "candidate by base", "class", "chart").leaf("th", "");
        page.close("tr").close("thead").open("tbody");
        result.measures().forEach(this::row);
        page.close("tbody").close("table");
        return Sheet.end(page);
    }

    private void row(Contrast contrast) {
        page.open("tr").leaf("th", contrast.name());
        for (String cell : CompareResult.cells(contrast)) {
            page.leaf("td", cell, "class", "num");
        }
        page.open("td", "class", "chart");
        interval(contrast);
        String standing =
                switch (contrast.finding()) {
                    case WORSE -> "chip reject";
                    case BETTER -> "chip answer";
                    default -> "chip";
                };
        page.close("td").open("td").leaf("span", contrast.finding().wireName(), "class", standing);
        page.close("td").close("tr");
    }

    private void interval(Contrast contrast) {
        page.open("svg", "viewBox", "0 0 420 18", "role", "img", "aria-label", CompareResult.interval(contrast));
        line("zero", SCALE.px(1), 0, SCALE.px(1), 2 * MIDDLE_PX);
        if (contrast.low() != null && contrast.high() != null) {
            line("whisker", px(contrast.low()), MIDDLE_PX, px(contrast.high()), MIDDLE_PX);
        }
        if (contrast.ratio() != null) {
            double at = px(Objects.requireNonNull(contrast.ratio()));
            line("median", at, MIDDLE_PX - 5, at, MIDDLE_PX + 5);
        }
        page.close("svg");
    }

    private static double px(double ratio) {
        return SCALE.px(Math.max(FROM, Math.min(TO, ratio)));
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
}
