package skylark.replay.page;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import skylark.replay.ReplaySummary;
import skylark.replay.StageSpan;
import skylark.replay.TurnRecord;

/** Who worked when on each turn: a lane for each stage, all turns on one axis from the end of the last word. */
final class Timelines {
    private static final int WIDTH_PX = 860;
    private static final int LANE_PX = 8;
    private static final int MARGIN_PX = 5;
    /** Turns after these are folded away, so that the page stays quick. */
    private static final int UNFOLDED = 100;

    private final Markup page;
    private final Palette palette;
    private final Scale time;
    private final int heightPx;

    private Timelines(Markup page, List<TurnRecord> turns, Palette palette) {
        this.page = page;
        this.palette = palette;
        this.time = scale(turns);
        this.heightPx = palette.stages().size() * LANE_PX + 2 * MARGIN_PX;
    }

    static void draw(Markup page, List<TurnRecord> turns, Palette palette) {
        new Timelines(page, turns, palette).draw(turns);
    }

    private void draw(List<TurnRecord> turns) {
        legend();
        page.open("div", "class", "timelines");
        page.open("div", "class", "row axis").leaf("div", "from the end of the last word", "class", "who sub");
        axis();
        page.close("div");
        rows(turns, 0, Math.min(UNFOLDED, turns.size()));
        if (turns.size() > UNFOLDED) {
            page.open("details").leaf("summary", "Turns " + (UNFOLDED + 1) + " to " + turns.size());
            rows(turns, UNFOLDED, turns.size());
            page.close("details");
        }
        page.close("div");
    }

    private void rows(List<TurnRecord> turns, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!turns.get(i).spans().isEmpty()) {
                row(i + 1, turns.get(i));
            }
        }
    }

    /** Half a second before, and long enough after for the first sound of nearly every turn. */
    private static Scale scale(List<TurnRecord> turns) {
        double[] sounds = turns.stream()
                .map(Timelines::soundMs)
                .filter(ms -> ms != null)
                .mapToDouble(ms -> ms)
                .sorted()
                .toArray();
        double usual = sounds.length == 0 ? 400 : sounds[(int) Math.ceil(0.95 * sounds.length) - 1];
        double to = Math.ceil(Math.min(3000, Math.max(300, usual + 200)) / 100) * 100;
        double earliest = turns.stream()
                .flatMap(turn -> turn.spans().stream())
                .mapToDouble(StageSpan::startMs)
                .min()
                .orElse(0);
        double from = Math.floor(Math.max(-500, Math.min(-100, earliest)) / 100) * 100;
        return new Scale(from, to, 0, WIDTH_PX);
    }

    private void legend() {
        page.open("div", "class", "legend");
        for (String stage : palette.stages()) {
            page.open("span")
                    .leaf("i", "", "class", "dot " + palette.fill(stage))
                    .text(stage)
                    .close("span");
        }
        key("commit-key", "speech commit");
        key("sound-key", "first sound");
        key("deadline-key", "deadline, 120 ms after the commit");
        page.close("div");
    }

    private void key(String kind, String label) {
        page.open("span").leaf("i", "", "class", "key " + kind).text(label).close("span");
    }

    private void axis() {
        page.open("svg", "viewBox", "0 0 860 18", "aria-hidden", "true");
        List<Double> ticks = time.ticks(10);
        for (int i = 0; i < ticks.size(); i++) {
            double px = time.px(ticks.get(i));
            String anchor = px < 10 ? "" : px > WIDTH_PX - 20 ? " end" : " mid";
            String label = Figure.of(ticks.get(i)) + (i == ticks.size() - 1 ? " ms" : "");
            page.leaf("text", label, "class", "tick" + anchor, "x", Figure.px(px), "y", "13");
        }
        page.close("svg");
    }

    private void row(int number, TurnRecord turn) {
        String words = turn.recording().text() == null
                ? turn.heard()
                : turn.recording().text();
        page.open("div", "class", "row", "id", "time-" + number).open("div", "class", "who");
        page.leaf("a", String.valueOf(number), "href", "#turn-" + number, "class", "num")
                .text(" " + words);
        page.leaf("div", delays(turn), "class", "sub").close("div");
        page.open(
                "svg",
                "viewBox",
                "0 0 860 " + heightPx,
                "role",
                "img",
                "aria-label",
                "Turn " + number + ": " + delays(turn));
        for (double tick : time.ticks(10)) {
            line(tick == 0 ? "zero" : "grid", tick);
        }
        turn.spans().forEach(this::span);
        markers(turn);
        page.close("svg").close("div");
    }

    private static String delays(TurnRecord turn) {
        return "EPD " + Figure.of(rounded(turn.epdMs())) + " \u00b7 C2A " + Figure.of(rounded(turn.c2aMs()))
                + (turn.fallback() ? " \u00b7 fallback" : "") + (turn.cold() ? " \u00b7 cold" : "");
    }

    private static @Nullable Double rounded(@Nullable Double ms) {
        return ms == null ? null : (double) Math.round(ms);
    }

    private void span(StageSpan span) {
        if (span.endMs() < time.from() || span.startMs() > time.to()) {
            return;
        }
        double leftPx = time.clampedPx(span.startMs());
        double widthPx = Math.max(1.5, time.clampedPx(span.endMs()) - leftPx);
        page.open(
                "rect",
                "class",
                palette.fill(span.stage()),
                "x",
                Figure.px(leftPx),
                "y",
                String.valueOf(MARGIN_PX + palette.lane(span.stage()) * LANE_PX),
                "width",
                Figure.px(widthPx),
                "height",
                String.valueOf(LANE_PX - 2),
                "rx",
                "1.5");
        page.leaf("title", span.stage() + " " + Figure.of(span.lengthMs()) + " ms, from " + Figure.of(span.startMs()));
        page.close("rect");
    }

    private void markers(TurnRecord turn) {
        Double commitMs = commitMs(turn);
        if (commitMs != null) {
            line("commit", commitMs);
            line("deadline", commitMs + ReplaySummary.DEADLINE_MS);
        }
        Double soundMs = soundMs(turn);
        if (soundMs != null && onAxis(soundMs)) {
            double x = time.px(soundMs);
            double y = heightPx - MARGIN_PX;
            String triangle = DoubleStream.of(x, y - 9, x - 4.5, y + 3, x + 4.5, y + 3)
                    .mapToObj(Figure::px)
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            page.empty("polygon", "class", turn.fallback() ? "sound late" : "sound", "points", triangle);
        }
    }

    private void line(String kind, double ms) {
        if (onAxis(ms)) {
            String x = Figure.px(time.px(ms));
            page.empty("line", "class", kind, "x1", x, "x2", x, "y1", "0", "y2", String.valueOf(heightPx));
        }
    }

    private boolean onAxis(double ms) {
        return ms >= time.from() && ms <= time.to();
    }

    /** Without a label the commit itself is the origin. */
    private static @Nullable Double commitMs(TurnRecord turn) {
        return turn.recording().eosS() != null ? turn.epdMs() : turn.commitS() != null ? (Double) 0.0 : null;
    }

    private static @Nullable Double soundMs(TurnRecord turn) {
        return turn.recording().eosS() != null ? turn.v2vMs() : turn.c2aMs();
    }
}
