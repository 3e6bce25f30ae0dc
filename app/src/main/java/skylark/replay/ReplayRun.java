package skylark.replay;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.metrics.Metrics;

/**
 * One replay from the first recording to the figures: plays, prints and keeps. A turn that fails does not stop the next.
 * {@link #run} belongs to one thread; {@link #interrupt} may come from another.
 */
public final class ReplayRun {

    /**
     * How to run it.
     *
     * @param out the folder for the report; null for none
     * @param pace {@code real} or {@code fast}
     * @param noise the name of the sound mixed in; null when quiet
     * @param json one object a line on standard output, the talk on standard error
     */
    public record Options(
            String title,
            @Nullable Path out,
            String pace,
            @Nullable String noise,
            @Nullable Double snrDb,
            boolean json) {}

    private final Options options;
    private final PrintStream answer;
    private final TalkPrinter talk;
    private final List<TurnRecord> turns = new ArrayList<>();
    private final double startMs;
    private final RunMeter meter;
    private final Supplier<Metrics.Snapshot> measured;
    private final @Nullable ReplayReport report;
    private volatile boolean stopped;

    /**
     * Call it when the pipeline is ready, for the measuring starts here.
     *
     * @param answer standard output
     * @param talk on standard error in JSON mode, on standard output otherwise
     * @param startMs from the start of the process until the pipeline was ready
     * @param measured by the pipeline itself; asked at the end
     * @throws BadInputException when the report's folder cannot be written
     */
    public ReplayRun(
            Options options,
            PrintStream answer,
            TalkPrinter talk,
            InstantSource clock,
            double startMs,
            Supplier<Metrics.Snapshot> measured) {
        this.options = options;
        this.answer = answer;
        this.talk = talk;
        this.startMs = startMs;
        this.measured = measured;
        this.report = options.out() == null ? null : new ReplayReport(options.out());
        this.meter = RunMeter.begin(clock);
    }

    /** Plays them all; true when no turn failed. */
    public boolean run(List<Recording> recordings, TurnPlayer player) {
        for (Recording recording : recordings) {
            if (stopped) {
                return false;
            }
            keep(play(recording, player));
        }
        finish(false);
        return turns.stream().allMatch(turn -> turn.error() == null);
    }

    /** What the drone said of itself; may come from the thread that plays or another. */
    public synchronized void announced(String code, String text) {
        if (!stopped) {
            talk.announcement(code, text);
            if (report != null) {
                report.announced(code, text);
            }
        }
    }

    /** Ctrl-C: leaves the report of the turns so far. Any thread. */
    public void interrupt() {
        finish(true);
    }

    private TurnRecord play(Recording recording, TurnPlayer player) {
        if (!recording.playable()) {
            return TurnRecord.unplayable(recording);
        }
        try {
            return player.play(recording, report == null ? null : report.replyFile(recording));
        } catch (BadInputException e) {
            return TurnRecord.unplayable(recording.unplayable(String.valueOf(e.getMessage())));
        }
    }

    private synchronized void keep(TurnRecord turn) {
        if (stopped) {
            return;
        }
        turns.add(turn);
        if (report != null) {
            report.add(turn);
        }
        if (options.json()) {
            answer.println(TurnJson.line(turns.size(), turn));
        }
        talk.turn(turns.size(), turn);
    }

    private synchronized void finish(boolean interrupted) {
        if (stopped) {
            return;
        }
        stopped = true;
        RunFacts facts = meter.end(
                options.title(),
                options.pace(),
                options.noise(),
                options.snrDb(),
                startMs,
                interrupted,
                measured.get());
        ReplaySummary summary = report == null ? ReplaySummary.of(turns, facts) : report.finish(facts);
        if (report != null) {
            report.close();
        }
        if (options.json()) {
            answer.println(DomainJson.write(Map.of("summary", summary)));
        }
        Path out = options.out();
        talk.summary(
                summary,
                Yardstick.measure(summary, facts),
                out == null ? null : out.resolve("report.html").toString());
    }
}
