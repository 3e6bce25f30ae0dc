package skylark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.SpeechDetector;
import skylark.domain.BadInputException;
import skylark.domain.VehicleState;
import skylark.pipeline.Pipeline;
import skylark.pipeline.RecordingSource;
import skylark.pipeline.RecordingSource.Cue;
import skylark.pipeline.Span;
import skylark.pipeline.Trace;
import skylark.pipeline.TurnListener;
import skylark.pipeline.TurnReport;
import skylark.replay.Recording;
import skylark.replay.Speculation;
import skylark.replay.TurnPlayer;
import skylark.replay.TurnRecord;

/** Plays recordings through the pipeline as an operator would speak, one after the other. Belongs to one thread. */
public final class PipelinePlayer implements TurnPlayer, TurnListener {
    /** Longer than any endpoint tier: the pipeline has made up its mind when so much silence has been heard. */
    static final double TAIL_S = 2.0;

    private static final double FRAME_S = SpeechDetector.FRAME_SAMPLES / 16_000.0;
    private static final long POLL_MS = 5;
    private static final long GIVE_UP_NS = TimeUnit.SECONDS.toNanos(30);

    private final RecordingSource source;
    private final boolean realTime;
    private final Function<Path, short[]> reader;
    private final Consumer<@Nullable VehicleState> scene;
    private final Path replies;
    private final LinkedBlockingQueue<TurnReport> reports = new LinkedBlockingQueue<>();
    private @Nullable Pipeline pipeline;
    private boolean freshConversations = true;
    private boolean cold = true;

    /**
     * @param reader the samples of a file: mono, 16 kHz
     * @param scene told the state that a recording asks for, or null, before it is played
     * @param replies where the loudspeaker leaves its files
     */
    PipelinePlayer(
            RecordingSource source,
            boolean realTime,
            Function<Path, short[]> reader,
            Consumer<@Nullable VehicleState> scene,
            Path replies) {
        this.source = source;
        this.realTime = realTime;
        this.reader = reader;
        this.scene = scene;
        this.replies = replies;
    }

    /** @param fresh whether each recording begins a conversation of its own */
    void attach(Pipeline running, boolean fresh) {
        pipeline = running;
        freshConversations = fresh;
    }

    @Override
    public void onTurn(TurnReport report) {
        reports.add(report);
    }

    @Override
    public TurnRecord play(Recording recording, @Nullable Path replyWav) {
        Pipeline running = java.util.Objects.requireNonNull(pipeline, "attach first");
        scene.accept(recording.state());
        if (freshConversations) {
            running.newConversation();
        }
        reports.clear();
        Cue cue = new Cue(reader.apply(recording.file()));
        source.play(cue);
        List<TurnReport> heard = await(cue, running);
        TurnRecord record = record(recording, cue, heard, replyWav);
        cold = false;
        return record;
    }

    /** Until all has been heard and no turn is under way. */
    private List<TurnReport> await(Cue cue, Pipeline running) {
        List<TurnReport> heard = new ArrayList<>();
        long endNs = System.nanoTime() + GIVE_UP_NS;
        try {
            while (!(cue.ended() && !running.busy() && reports.isEmpty())) {
                TurnReport next = reports.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    heard.add(next);
                    endNs = System.nanoTime() + GIVE_UP_NS;
                } else if (cue.ended() && System.nanoTime() > endNs) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return heard;
    }

    private TurnRecord record(Recording recording, Cue cue, List<TurnReport> heard, @Nullable Path replyWav) {
        TurnRecord.Builder record = TurnRecord.of(recording).cold(cold);
        if (heard.isEmpty()) {
            return record.build();
        }
        TurnReport last = heard.get(heard.size() - 1);
        double commitS = commitS(last, cue);
        record.result(last.result())
                .heard(heard.stream().map(PipelinePlayer::words).collect(Collectors.joining(" ")))
                .commitS(commitS)
                .withdrawnCommits(
                        heard.stream().mapToInt(TurnReport::withdrawnCommits).sum() + heard.size() - 1)
                .speculation(last.speculationHit() ? Speculation.HIT : Speculation.MISS)
                .fallback(last.fallback());
        sound(record, last, commitS);
        spans(record, last, commitS);
        return record.replyWav(move(last, replyWav)).build();
    }

    /** In real time by the wall clock, which includes every delay; else by the audio heard until then. */
    private double commitS(TurnReport report, Cue cue) {
        return realTime
                ? (report.commitNs() - cue.startNs()) / 1e9
                : (report.commitFrame() + 1 - cue.firstFrame()) * FRAME_S;
    }

    private static String words(TurnReport report) {
        return report.result().text();
    }

    private static void sound(TurnRecord.Builder record, TurnReport report, double commitS) {
        long firstNs = report.spoken().firstSoundNs();
        if (firstNs != Trace.UNSET) {
            record.firstAudioS(commitS + (firstNs - report.commitNs()) / 1e9);
        }
        if (report.fallback() && report.spoken().firstAudibleNs() != Trace.UNSET) {
            record.replyAudioS(commitS + (report.spoken().firstAudibleNs() - report.commitNs()) / 1e9);
        }
    }

    private static void spans(TurnRecord.Builder record, TurnReport report, double commitS) {
        Trace trace = report.spoken().draft().trace();
        for (Span span : Span.values()) {
            if (trace.startNs(span) != Trace.UNSET && trace.endNs(span) != Trace.UNSET) {
                record.span(
                        span.wireName(),
                        commitS + (trace.startNs(span) - report.commitNs()) / 1e9,
                        commitS + (trace.endNs(span) - report.commitNs()) / 1e9);
            }
        }
    }

    private @Nullable Path move(TurnReport report, @Nullable Path replyWav) {
        Path spoken = replies.resolve("turn-" + report.turn() + ".wav");
        if (!Files.exists(spoken)) {
            return null;
        }
        try {
            if (replyWav == null) {
                Files.delete(spoken);
            } else {
                Files.move(spoken, replyWav, StandardCopyOption.REPLACE_EXISTING);
            }
            return replyWav;
        } catch (IOException e) {
            throw new BadInputException(spoken + ": cannot be kept as " + replyWav + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        // the pipeline belongs to whoever started it
    }
}
