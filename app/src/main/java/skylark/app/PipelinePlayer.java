package skylark.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.audio.hear.SpeechDetector;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.domain.VehicleState;
import skylark.metrics.Metrics;
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
import skylark.watchdog.TurnDeadline;

/** Plays recordings through the pipeline as an operator would speak, one after the other. Belongs to one thread. */
public final class PipelinePlayer implements TurnPlayer, TurnListener {
    private static final Logger LOG = LoggerFactory.getLogger(PipelinePlayer.class);
    private static final double LEAST_TAIL_S = 2.0;
    /** For frames that are not yet a turn, and for those that the detector still holds for speech. */
    private static final double TAIL_MARGIN_S = 0.3;

    private static final double FRAME_S = SpeechDetector.FRAME_SAMPLES / 16_000.0;
    private static final long POLL_MS = 5;
    private static final long GIVE_UP_NS = TimeUnit.SECONDS.toNanos(30);

    private final RecordingSource source;
    private final boolean realTime;
    private final boolean speculates;
    private final Function<Path, short[]> reader;
    private final Consumer<@Nullable VehicleState> scene;
    private final Path replies;
    private final LinkedBlockingQueue<TurnReport> reports = new LinkedBlockingQueue<>();
    private final AtomicInteger nothingHeard = new AtomicInteger();
    private final ConcurrentLinkedQueue<TurnDeadline> late = new ConcurrentLinkedQueue<>();
    private final AtomicLong commandNs = new AtomicLong(Trace.UNSET);
    private @Nullable Running attached;
    private boolean cold = true;
    private boolean keeping = true;

    private record Running(Pipeline pipeline, LongAdder trips, ClockMeter clocks, boolean freshConversations) {}

    /**
     * @param speculates whether replies are prepared ahead at all
     * @param reader the samples of a file: mono, 16 kHz
     * @param scene told the state that a recording asks for, or null, before it is played
     * @param replies where the loudspeaker leaves its files
     */
    PipelinePlayer(
            RecordingSource source,
            boolean realTime,
            boolean speculates,
            Function<Path, short[]> reader,
            Consumer<@Nullable VehicleState> scene,
            Path replies) {
        this.source = source;
        this.realTime = realTime;
        this.speculates = speculates;
        this.reader = reader;
        this.scene = scene;
        this.replies = replies;
    }

    /** The silence after a recording, in seconds, by which every turn has ended, whatever its words were. */
    static double tailS(Settings.Endpoint endpoint) {
        return Math.max(LEAST_TAIL_S, (endpoint.incompleteMs() + endpoint.actionMs()) / 1e3 + TAIL_MARGIN_S);
    }

    /**
     * @param measured the pipeline's; here the clocks are added that need a label
     * @param fresh whether each recording begins a conversation of its own
     */
    void attach(Pipeline running, Metrics measured, boolean fresh) {
        attached = new Running(running, measured.counter("trips"), new ClockMeter(measured), fresh);
    }

    @Override
    public void onTurn(TurnReport report) {
        reports.add(report);
    }

    @Override
    public void onNothingHeard(long turn) {
        nothingHeard.incrementAndGet();
    }

    /** A command goes to the vehicle; the first one of a turn is noted. Any thread. */
    void onCommand() {
        commandNs.compareAndSet(Trace.UNSET, System.nanoTime());
    }

    @Override
    public void onLate(TurnDeadline deadline) {
        late.add(deadline);
    }

    @Override
    public TurnRecord play(Recording recording, @Nullable Path replyWav) {
        Running running = Objects.requireNonNull(attached, "attach first");
        scene.accept(recording.state());
        if (running.freshConversations()) {
            running.pipeline().newConversation();
        }
        reports.clear();
        nothingHeard.set(0);
        late.clear();
        commandNs.set(Trace.UNSET);
        long tripsBefore = running.trips().sum();
        Cue cue = new Cue(reader.apply(recording.file()));
        source.play(cue);
        List<TurnReport> heard = await(cue, running.pipeline());
        TurnRecord record = heard.isEmpty()
                ? unanswered(recording, cue, running.trips().sum() - tripsBefore)
                : record(recording, cue, heard, replyWav);
        running.clocks().record(record);
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
                    boolean ofThisRecording = cue.firstFrame() >= 0 && next.commitFrame() >= cue.firstFrame();
                    if (ofThisRecording) {
                        heard.add(next);
                    }
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
        TurnReport last = heard.get(heard.size() - 1);
        double commitS = commitS(last, cue);
        record.result(last.result())
                .heard(heard.stream().map(PipelinePlayer::words).collect(Collectors.joining(" ")))
                .commitS(commitS)
                .firstCommitS(firstCommitS(heard.get(0), cue))
                .withdrawnCommits(
                        heard.stream().mapToInt(TurnReport::withdrawnCommits).sum() + heard.size() - 1)
                .speculation(speculation(last))
                .fallback(last.fallback())
                .whyLate(last.why());
        sound(record, last, commitS);
        long sentNs = commandNs.get();
        record.commandS(sentNs == Trace.UNSET ? null : commitS + (sentNs - last.commitNs()) / 1e9);
        spans(record, last, commitS);
        try {
            record.replyWav(move(last, replyWav));
        } catch (BadInputException e) {
            record.error(e.getMessage());
        }
        return record.build();
    }

    /** No turn was reported, but the operator may have heard the fallback. */
    private TurnRecord unanswered(Recording recording, Cue cue, long trips) {
        TurnRecord.Builder record = TurnRecord.of(recording).cold(cold).error(whyNothing(recording, trips));
        TurnDeadline missed = late.peek();
        if (missed != null) {
            record.whyLate(missed.why()).fallback(missed.soundNs() != Trace.UNSET);
            if (realTime) {
                record.commitS((missed.committedNs() - cue.startNs()) / 1e9);
            }
            if (realTime && missed.soundNs() != Trace.UNSET) {
                record.firstAudioS((missed.soundNs() - cue.startNs()) / 1e9);
            }
        }
        return record.build();
    }

    /** Why a recording led to no turn; null when its label says that nothing is said in it. */
    private @Nullable String whyNothing(Recording recording, long trips) {
        if (trips > 0) {
            return "a stage failed and was restarted in the middle of the turn, see the log";
        }
        String said = recording.text();
        if (said != null && said.isBlank()) {
            return null;
        }
        return nothingHeard.get() > 0
                ? "speech was found in it, but no words were recognised"
                : "no speech was found in it, or its turn did not end";
    }

    private @Nullable Speculation speculation(TurnReport report) {
        if (!speculates) {
            return null;
        }
        return report.speculationHit() ? Speculation.HIT : Speculation.MISS;
    }

    private double commitS(TurnReport report, Cue cue) {
        return heardS(report.commitNs(), report.commitFrame(), cue);
    }

    private double firstCommitS(TurnReport report, Cue cue) {
        return heardS(report.firstCommitNs(), report.firstCommitFrame(), cue);
    }

    /** In real time by the wall clock, which includes every delay; else by the audio heard until then. */
    private double heardS(long ns, long frame, Cue cue) {
        return realTime ? (ns - cue.startNs()) / 1e9 : (frame + 1 - cue.firstFrame()) * FRAME_S;
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

    private synchronized @Nullable Path move(TurnReport report, @Nullable Path replyWav) {
        Path spoken = replies.resolve("turn-" + report.turn() + ".wav");
        if (!keeping || !Files.exists(spoken)) {
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

    /** From here on no turn takes what the loudspeaker keeps for it. Any thread. */
    synchronized void stopKeeping() {
        keeping = false;
    }

    /** Removes what the loudspeaker keeps for turns, as far as no turn took it. Any thread. */
    void forgetUnfinished() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(replies, "turn-*.wav*")) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("{}: {}", replies, e.toString());
        }
    }

    @Override
    public void close() {
        // the pipeline belongs to whoever started it
    }
}
