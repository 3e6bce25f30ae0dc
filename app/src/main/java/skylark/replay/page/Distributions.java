package skylark.replay.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skylark.replay.Percentiles;
import skylark.replay.TurnRecord;

/** How the three clocks spread: a histogram of the warm turns with the cumulative share drawn over it. */
final class Distributions {
    private static final int LEFT_PX = 34;
    private static final int RIGHT_PX = 352;
    private static final int TOP_PX = 16;
    private static final int BASE_PX = 168;
    private static final int BINS = 30;

    private Distributions() {}

    static void draw(Markup page, List<TurnRecord> turns) {
        List<TurnRecord> warm = turns.stream()
                .filter(turn -> turn.recording().playable() && !turn.cold())
                .toList();
        page.open("div", "class", "panels");
        panel(page, "Commit to audio (C2A)", warm, TurnRecord::c2aMs, 120.0);
        panel(page, "Endpoint delay (EPD)", uncut(warm), TurnRecord::epdMs, null);
        panel(page, "Voice to voice (V2V)", uncut(warm), TurnRecord::v2vMs, null);
        page.close("div");
    }

    private static List<TurnRecord> uncut(List<TurnRecord> turns) {
        return turns.stream().filter(turn -> !turn.cutIn()).toList();
    }

    private static void panel(
            Markup page,
            String title,
            List<TurnRecord> turns,
            Function<TurnRecord, @Nullable Double> clock,
            @Nullable Double limitMs) {
        List<Double> complete = values(turns, clock, true);
        List<Double> open = values(turns, clock, false);
        List<Double> all = new ArrayList<>(complete);
        all.addAll(open);
        Collections.sort(all);
        page.open("figure").leaf("figcaption", title);
        if (all.isEmpty()) {
            page.leaf("p", "No turn has a value.", "class", "empty").close("figure");
            return;
        }
        Percentiles percentiles = Percentiles.of(all);
        page.leaf("p", inWords(percentiles), "class", "sub");
        Scale scale = scale(all, limitMs);
        page.open("svg", "viewBox", "0 0 360 200", "role", "img", "aria-label", title + ": " + inWords(percentiles));
        axis(page, scale);
        bars(page, scale, bins(scale, complete), bins(scale, open));
        if (limitMs != null) {
            limit(page, scale.px(limitMs));
        }
        cumulative(page, scale, all);
        page.close("svg").close("figure");
    }

    private static String inWords(Percentiles percentiles) {
        return "n " + percentiles.n() + " \u00b7 p50 " + Figure.of(percentiles.p50()) + " \u00b7 p95 "
                + Figure.of(percentiles.p95()) + " \u00b7 p99 " + Figure.of(percentiles.p99()) + " \u00b7 max "
                + Figure.of(percentiles.max()) + " ms";
    }

    private static List<Double> values(
            List<TurnRecord> turns, Function<TurnRecord, @Nullable Double> clock, boolean complete) {
        return turns.stream()
                .filter(turn -> turn.recording().complete() == complete)
                .map(clock)
                .filter(ms -> ms != null)
                .map(ms -> Math.max(0, ms))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** A far outlier must not flatten the rest: what lies beyond the axis is counted in the last bar. */
    private static Scale scale(List<Double> sorted, @Nullable Double limitMs) {
        double p95 = sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
        double max = sorted.get(sorted.size() - 1);
        double most = Math.max(Math.min(max, 1.8 * p95), limitMs == null ? 1 : limitMs * 1.15);
        double step = Scale.niceStep(most / 6);
        return new Scale(0, Math.ceil(most / step) * step, LEFT_PX, RIGHT_PX);
    }

    private static int[] bins(Scale scale, List<Double> values) {
        int[] bins = new int[BINS];
        for (double value : values) {
            bins[Math.min(BINS - 1, (int) (value / scale.to() * BINS))]++;
        }
        return bins;
    }

    private static void bars(Markup page, Scale scale, int[] complete, int[] open) {
        int most = 1;
        for (int i = 0; i < BINS; i++) {
            most = Math.max(most, complete[i] + open[i]);
        }
        double perTurnPx = (double) (BASE_PX - TOP_PX) / most;
        for (int i = 0; i < BINS; i++) {
            double leftPx = scale.px(scale.to() * i / BINS);
            double widthPx = scale.px(scale.to() * (i + 1) / BINS) - leftPx - 1;
            double middlePx = BASE_PX - complete[i] * perTurnPx;
            bar(page, "complete", leftPx, widthPx, middlePx, complete[i] * perTurnPx);
            bar(page, "open", leftPx, widthPx, middlePx - open[i] * perTurnPx, open[i] * perTurnPx);
        }
    }

    private static void bar(Markup page, String kind, double x, double width, double y, double height) {
        if (height > 0) {
            page.empty(
                    "rect",
                    "class",
                    kind,
                    "x",
                    Figure.px(x),
                    "y",
                    Figure.px(y),
                    "width",
                    Figure.px(width),
                    "height",
                    Figure.px(height));
        }
    }

    private static void axis(Markup page, Scale scale) {
        for (int percent = 0; percent <= 100; percent += 50) {
            String y = Figure.px(BASE_PX - percent / 100.0 * (BASE_PX - TOP_PX));
            page.empty("line", "class", "grid", "x1", "34", "x2", "352", "y1", y, "y2", y);
            page.leaf("text", percent + "%", "class", "tick end", "x", "30", "y", y, "dy", "3");
        }
        for (double tick : scale.ticks(6)) {
            String x = Figure.px(scale.px(tick));
            page.leaf(
                    "text",
                    Figure.of(tick),
                    "class",
                    tick == scale.to() ? "tick end" : "tick mid",
                    "x",
                    x,
                    "y",
                    Figure.px(BASE_PX + 14));
        }
        page.leaf("text", "ms", "class", "tick end", "x", "352", "y", Figure.px(BASE_PX + 28));
    }

    private static void limit(Markup page, double atPx) {
        String x = Figure.px(atPx);
        page.empty("line", "class", "deadline", "x1", x, "x2", x, "y1", Figure.px(TOP_PX), "y2", Figure.px(BASE_PX));
        page.leaf("text", "deadline", "class", "tick deadline-text end", "x", Figure.px(atPx - 4), "y", "13");
    }

    private static void cumulative(Markup page, Scale scale, List<Double> sorted) {
        StringBuilder path = new StringBuilder("M" + Figure.px(scale.px(0)) + " " + BASE_PX);
        for (int i = 0; i < sorted.size(); i++) {
            double share = (i + 1.0) / sorted.size();
            path.append('H').append(Figure.px(scale.clampedPx(sorted.get(i))));
            path.append('V').append(Figure.px(BASE_PX - share * (BASE_PX - TOP_PX)));
        }
        path.append('H').append(Figure.px(scale.px(scale.to())));
        page.empty("path", "class", "cdf", "d", path.toString());
    }
}
