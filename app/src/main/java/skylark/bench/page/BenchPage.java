package skylark.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.bench.page.Plot.At;
import skylark.bench.page.Plot.Range;
import skylark.bench.run.BenchFile;
import skylark.bench.run.PlayedTurn;
import skylark.replay.Verdict;
import skylark.replay.page.Markup;
import skylark.replay.page.Tiles;

/** A bench as a page: a tile for each measure with its must and its goal, and the plots behind them. */
public final class BenchPage {
    private static final double DEADLINE_MS = 120;
    private static final double PERCENT = 100;
    private static final double SHOWN_MS = 160;
    private static final double MOST_SHOWN_MS = 2000;
    private static final double LEVEL_PX = 34;
    /** Lines in the order of the legend. */
    private static final List<String> COLOURS = List.of("s4", "s5", "s3");

    private final Markup page;
    private final BenchFile file;
    private final Map<String, List<PlayedTurn>> talks;

    private BenchPage(BenchFile file, Map<String, List<PlayedTurn>> talks) {
        this.file = file;
        this.talks = talks;
        List<String> facts = new ArrayList<>();
        facts.add(String.join(" \u00b7 ", file.machine().values()));
        facts.add("commit " + file.commit() + (file.isShort() ? " \u00b7 short: few turns, rough figures" : ""));
        facts.add("The darker mark is the must, the lighter one the goal.");
        this.page = Sheet.begin("bench", "Measured", facts);
    }

    /**
     * @param talks the warm turns of each talk, by its name
     * @return a self-contained HTML document
     */
    public static String render(BenchFile file, Map<String, List<PlayedTurn>> talks) {
        return new BenchPage(file, talks).render();
    }

    private String render() {
        Tiles.draw(page, file.measures());
        page.open("ul", "class", "notes");
        file.errors().forEach(error -> page.leaf("li", "Not measured: " + error, "class", "problem"));
        page.close("ul");
        page.leaf("h2", "Spread");
        page.open("div", "class", "panels");
        commitToAudio();
        voiceToVoice();
        noise();
        page.close("div");
        return Sheet.end(page);
    }

    private void commitToAudio() {
        List<List<Double>> lines = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String name : List.of("quiet", "loaded", "unprepared")) {
            List<Double> values = values(talks.getOrDefault(name, List.of()), turn -> true, PlayedTurn::c2aMs);
            if (!values.isEmpty()) {
                lines.add(values);
                names.add(name);
            }
        }
        spread("Commit to audio", names, lines, SHOWN_MS, DEADLINE_MS);
    }

    private void voiceToVoice() {
        List<PlayedTurn> waited = talks.getOrDefault("quiet", List.of()).stream()
                .filter(turn -> !turn.cutIn())
                .toList();
        List<Double> complete = values(waited, PlayedTurn::complete, PlayedTurn::v2vMs);
        List<Double> open = values(waited, turn -> !turn.complete(), PlayedTurn::v2vMs);
        double most = Math.max(largest(complete), largest(open));
        if (most > 0) {
            spread(
                    "Voice to voice, quiet",
                    List.of("complete", "open"),
                    List.of(complete, open),
                    Math.min(most, MOST_SHOWN_MS),
                    null);
        }
    }

    private void spread(
            String title, List<String> names, List<List<Double>> lines, double mostMs, @Nullable Double limitMs) {
        if (lines.isEmpty()) {
            return;
        }
        Plot plot = new Plot(
                page,
                title,
                "share of warm turns with sound by then, %; ms",
                Range.upTo(mostMs),
                new Range(0, PERCENT));
        if (limitMs != null) {
            plot.markAcross(limitMs, "must");
        }
        for (int i = 0; i < lines.size(); i++) {
            plot.curve(COLOURS.get(i), cumulative(lines.get(i)));
        }
        plot.end(COLOURS, names);
    }

    private void noise() {
        List<Verdict> levels = file.measures().stream()
                .filter(measure -> measure.name().matches("noise\\.-?\\d+db") && measure.value() != null)
                .toList();
        if (levels.isEmpty()) {
            return;
        }
        Plot plot = new Plot(
                page,
                "Commands in rotor noise",
                "share of those in quiet, %; dB of speech over noise",
                new Range(-16, 11),
                new Range(0, PERCENT + 5));
        List<At> curve = new ArrayList<>();
        for (Verdict level : levels) {
            double db = Double.parseDouble(level.name().replaceAll("noise\\.|db", ""));
            mark(plot, db, level.must(), true);
            mark(plot, db, level.goal(), false);
            curve.add(new At(db, Math.min(PERCENT + 5, Objects.requireNonNull(level.value()))));
        }
        plot.curve("s4", curve);
        curve.forEach(at -> plot.dot("complete", at, ""));
        plot.end();
    }

    private static void mark(Plot plot, double db, @Nullable Double limit, boolean must) {
        if (limit != null) {
            plot.markAt(db, limit, LEVEL_PX, must);
        }
    }

    private static List<At> cumulative(List<Double> sorted) {
        List<At> points = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            points.add(new At(sorted.get(i), PERCENT * (i + 1) / sorted.size()));
        }
        return points;
    }

    private static double largest(List<Double> sorted) {
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
    }

    private static List<Double> values(
            List<PlayedTurn> turns, Predicate<PlayedTurn> which, Function<PlayedTurn, @Nullable Double> clock) {
        return turns.stream()
                .filter(which)
                .map(clock)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }
}
