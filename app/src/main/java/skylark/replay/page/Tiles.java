package skylark.replay.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.replay.Verdict;

/** The measures against their limits, a tile each. */
public final class Tiles {
    private static final double WIDTH_PX = 200;

    private Tiles() {}

    /** All of them, in the order given. */
    public static void draw(Markup page, List<Verdict> verdicts) {
        page.open("div", "class", "tiles");
        verdicts.forEach(verdict -> tile(page, verdict));
        page.close("div");
    }

    /** In a word, as a CSS class: goal, must, missed or none. */
    static String standing(Verdict verdict) {
        Boolean ok = verdict.ok();
        if (ok == null) {
            return "none";
        }
        Boolean goalOk = verdict.goalOk();
        return !ok ? "missed" : goalOk != null && goalOk ? "goal" : "must";
    }

    static String value(Verdict verdict, @Nullable Double value) {
        return verdict.unit().equals("%") && value != null ? Figure.percent(value) : Figure.of(value);
    }

    private static void tile(Markup page, Verdict verdict) {
        String standing = standing(verdict);
        page.open("div", "class", "tile " + standing, "title", verdict.name() + ", n = " + verdict.n());
        String[] label = verdict.label().split(", ", 2);
        page.open("div", "class", "label").leaf("b", label[0]);
        page.leaf("span", label.length > 1 ? label[1] : "").close("div");
        page.open("div", "class", "value").open("span").text(value(verdict, verdict.value()));
        page.leaf("small", verdict.value() == null ? "" : " " + verdict.unit()).close("span");
        if (!standing.equals("none")) {
            page.leaf("span", standing, "class", "badge");
        }
        page.close("div");
        bullet(page, verdict);
        page.open("div", "class", "limits");
        limit(page, "must", verdict, verdict.must());
        limit(page, "goal", verdict, verdict.goal());
        page.close("div").close("div");
    }

    private static void limit(Markup page, String name, Verdict verdict, @Nullable Double limit) {
        String sign = verdict.upward() ? " \u2265 " : " \u2264 ";
        page.leaf("span", limit == null ? "no " + name : name + sign + value(verdict, limit));
    }

    private static void bullet(Markup page, Verdict verdict) {
        Double must = verdict.must();
        Double goal = verdict.goal();
        page.open(
                "svg",
                "class",
                "bullet",
                "viewBox",
                "0 0 200 12",
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        page.empty("rect", "class", "track", "x", "0", "y", "3", "width", Figure.px(WIDTH_PX), "height", "6");
        if (must != null && goal != null) {
            Scale scale = scale(verdict, must);
            Double value = verdict.value();
            if (value != null && value > 0) {
                String width = Figure.px(Math.max(2, scale.clampedPx(value)));
                page.empty("rect", "class", "bar", "x", "0", "y", "3", "width", width, "height", "6");
            }
            if (must != 0) {
                tick(page, "goal-tick", scale.clampedPx(goal));
                tick(page, "must-tick", scale.clampedPx(must));
            }
        }
        page.close("svg");
    }

    /** The limit stands at two thirds of the bar when less is better, in the middle when more is. */
    private static Scale scale(Verdict verdict, double must) {
        if (verdict.upward()) {
            double most = verdict.unit().equals("%") ? 100 : 1;
            double from = must >= most ? 0.9 * most : 2 * must - most;
            return new Scale(from, most, 0, WIDTH_PX);
        }
        return new Scale(0, must == 0 ? 1 : must * 1.5, 0, WIDTH_PX);
    }

    private static void tick(Markup page, String kind, double atPx) {
        String x = Figure.px(Math.min(WIDTH_PX - 1.5, Math.max(0, atPx - 1)));
        page.empty("rect", "class", kind, "x", x, "y", "0", "width", "2", "height", "12");
    }
}
