package skylark.bench.page;

import java.util.List;
import skylark.replay.page.Figure;
import skylark.replay.page.Markup;
import skylark.replay.page.Scale;

/** One plot of a page: axes, marks, curves. Draws as it is called; for one thread. */
final class Plot {
    private static final int LEFT_PX = 40;
    private static final int RIGHT_PX = 338;
    private static final int TOP_PX = 16;
    private static final int BASE_PX = 168;

    private final Markup page;
    private final Scale x;
    private final Scale y;

    /** A point of a curve. */
    record At(double x, double y) {}

    /** Begins the figure. */
    Plot(Markup page, String title, String sub, Range across, Range up) {
        this.page = page;
        this.x = new Scale(across.from(), across.to(), LEFT_PX, RIGHT_PX);
        this.y = new Scale(up.from(), up.to(), BASE_PX, TOP_PX);
        page.open("figure").leaf("figcaption", title).leaf("p", sub, "class", "sub");
        page.open("svg", "viewBox", "0 0 360 200", "role", "img", "aria-label", title);
        x.ticks(5).forEach(tick -> text(Figure.of(tick), "mid", x.px(tick), BASE_PX + 14));
        y.ticks(5).forEach(tick -> {
            line("grid", LEFT_PX, y.px(tick), RIGHT_PX, y.px(tick));
            text(Figure.of(tick), "end", LEFT_PX - 5, y.px(tick) + 3.5);
        });
    }

    /** From and to of an axis. */
    record Range(double from, double to) {
        /** From nothing to a round number at or above {@code most}. */
        static Range upTo(double most) {
            double step = Scale.niceStep(Math.max(1, most) / 5);
            return new Range(0, Math.ceil(Math.max(1, most) / step) * step);
        }
    }

    /** A limit across the plot. */
    void markAcross(double atX, String name) {
        line("deadline", x.px(atX), TOP_PX, x.px(atX), BASE_PX);
        text(name, "deadline-text", x.px(atX) + 3, TOP_PX + 8);
    }

    /** A limit along the plot. */
    void markUp(double atY) {
        line("deadline", LEFT_PX, y.px(atY), RIGHT_PX, y.px(atY));
    }

    /** A limit along the plot's height for a part of its width, centred on {@code atX}. */
    void markAt(double atX, double atY, double widthPx, boolean must) {
        double left = Math.max(LEFT_PX, x.px(atX) - widthPx / 2);
        double width = Math.min(RIGHT_PX, x.px(atX) + widthPx / 2) - left;
        rect(must ? "must-tick" : "goal-tick", left, y.px(atY) - 1, width, 2);
    }

    /** Points joined by a line; what lies beyond the axes is left out. */
    void curve(String colour, List<At> points) {
        StringBuilder path = new StringBuilder();
        for (At at : points) {
            if (at.x() >= x.from() && at.x() <= x.to()) {
                path.append(Figure.px(x.px(at.x())))
                        .append(',')
                        .append(Figure.px(y.px(at.y())))
                        .append(' ');
            }
        }
        page.empty(
                "polyline",
                "class",
                "cdf",
                "style",
                "stroke:var(--" + colour + ")",
                "points",
                path.toString().strip());
    }

    /** A point, with its name where that is not empty. */
    void dot(String style, At at, String name) {
        rect(style, x.px(at.x()) - 4, y.px(at.y()) - 4, 8, 8);
        if (!name.isEmpty()) {
            text(name, "", x.px(at.x()) + 7, y.px(at.y()) - 5);
        }
    }

    /**
     * Ends the figure.
     *
     * @param colours of curves, and their names in the same order
     */
    void end(List<String> colours, List<String> names) {
        page.close("svg").open("div", "class", "legend");
        for (int i = 0; i < names.size(); i++) {
            page.open("span")
                    .leaf("i", "", "class", "dot " + colours.get(i))
                    .text(names.get(i))
                    .close("span");
        }
        page.close("div").close("figure");
    }

    /** Ends the figure; what it shows needs no names. */
    void end() {
        page.close("svg").close("figure");
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

    private void rect(String style, double left, double top, double width, double height) {
        page.empty(
                "rect",
                "class",
                style,
                "x",
                Figure.px(left),
                "y",
                Figure.px(top),
                "width",
                Figure.px(width),
                "height",
                Figure.px(height),
                "rx",
                Figure.px(Math.min(width, height) / 2));
    }

    private void text(String text, String side, double atX, double atY) {
        page.leaf("text", text, "class", side, "x", Figure.px(atX), "y", Figure.px(atY));
    }
}
