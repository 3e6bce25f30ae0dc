package skylark.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.audio.pcm.Level;
import skylark.audio.voice.Loudspeaker;
import skylark.stage.Link;
import skylark.stage.NanoClock;
import skylark.stage.Stage;
import skylark.watchdog.Evidence;
import skylark.watchdog.TurnDeadline;

/**
 * The gate before the loudspeaker, and the only stage that makes a sound. Plays one draft at a time in slices of 10 ms,
 * and looks for messages between slices.
 */
public final class PlaybackStage implements Stage {
    private static final int SLICE_SAMPLES = 160;
    private static final long GIVE_UP_NS = 3_000_000_000L;
    /** Half a second. The voice begins within a few milliseconds. */
    private static final int SILENT_SAMPLES = 8_000;
    /** 30 ms that a loudspeaker did not take. */
    private static final int UNTAKEN_SLICES = 3;

    private final Link<PlaybackMessage> messages;
    private final Loudspeaker loudspeaker;
    private final short[] fallbackClip;
    private final Link<MindMessage> mind;
    private final Collection<Playing> unfinished;
    private final Accused accused;
    private final NanoClock clock;
    /** The most urgent first. */
    private final List<Playing> waiting = new ArrayList<>();

    private @Nullable Playing current;
    private int untakenSlices;

    /** Whom this stage can catch lying: the voice by what it makes, itself by what its loudspeaker takes. */
    public record Accused(Evidence voice, Evidence playback) {}

    /**
     * @param fallbackClip what sounds when the reply is late: mono, 16 kHz, audible from its first milliseconds
     * @param mind told of the end of every draft whose gate was opened, and of every fallback that none followed
     * @param unfinished what was asked for and has not ended; of a concurrent kind, for it outlives this stage and is
     *     taken over by the one that replaces it
     * @param accused told what is not true
     */
    public PlaybackStage(
            Link<PlaybackMessage> messages,
            Loudspeaker loudspeaker,
            short[] fallbackClip,
            Link<MindMessage> mind,
            Collection<Playing> unfinished,
            Accused accused,
            NanoClock clock) {
        this.messages = messages;
        this.loudspeaker = loudspeaker;
        this.fallbackClip = fallbackClip;
        this.mind = mind;
        this.unfinished = unfinished;
        this.accused = accused;
        this.clock = clock;
    }

    @Override
    public String roleName() {
        return "playback";
    }

    /** What the stage before this one was sounding has ended; what waited there waits here. */
    @Override
    public void onStart() {
        long nowNs = clock.nanoTime();
        for (Playing left : List.copyOf(unfinished)) {
            if (left.begun || left.fallbackOnly()) {
                ended(left, Spoken.Outcome.ABANDONED, nowNs);
            } else {
                unfinished.remove(left);
                Playing again = left.again(nowNs);
                unfinished.add(again);
                enqueue(again);
            }
        }
    }

    @Override
    public int doWork(long nowNs) {
        PlaybackMessage message = messages.poll();
        if (message != null) {
            handle(message, nowNs);
            return 1;
        }
        if (current == null && !waiting.isEmpty()) {
            current = waiting.remove(0);
        }
        return current == null ? 0 : play(current, nowNs);
    }

    @Override
    public long idleNs() {
        return current == null ? 100_000_000 : 5_000_000;
    }

    @Override
    public void onClose() {
        loudspeaker.close();
    }

    private void handle(PlaybackMessage message, long nowNs) {
        if (message instanceof PlaybackMessage.Open open) {
            Playing next = new Playing(open.draft(), open.deadline(), nowNs);
            unfinished.add(next);
            open(next, nowNs);
        } else if (message instanceof PlaybackMessage.Fallback fallback) {
            fallBack(fallback.deadline(), nowNs);
        } else if (message instanceof PlaybackMessage.Hush hush) {
            hush(hush.mostUrgent(), nowNs);
        }
    }

    private void open(Playing next, long nowNs) {
        Playing held = next.isReply() ? of(next.turn()) : null;
        if (held != null && held.draft == next.draft) {
            unfinished.remove(next);
            return; // it was opened before
        }
        if (held != null) {
            replace(held, next);
            return;
        }
        Playing playing = current;
        if (playing != null && next.priority() < playing.priority()) {
            finish(playing, Spoken.Outcome.HUSHED, nowNs);
        }
        enqueue(next);
    }

    /** The draft of a turn follows its fallback, and takes the place of a draft that it corrects. */
    private void replace(Playing held, Playing next) {
        if (held.begun && held.draft != null) {
            loudspeaker.flush();
        }
        held.adopt(next);
        unfinished.remove(next);
    }

    /** Behind all that is as urgent. */
    private void enqueue(Playing next) {
        int place = 0;
        while (place < waiting.size() && waiting.get(place).priority() <= next.priority()) {
            place++;
        }
        waiting.add(place, next);
    }

    private void fallBack(TurnDeadline deadline, long nowNs) {
        Playing held = of(deadline.turn());
        if (held != null && held.sounded(false)) {
            return; // it began to sound while the message was on its way
        }
        Playing next = held == null ? new Playing(null, deadline, nowNs) : held;
        if (held == null) {
            unfinished.add(next);
        }
        Playing playing = current;
        if (playing != null && playing.isWarning()) {
            if (held == null) {
                enqueue(next);
            }
            return; // the warning is the sound
        }
        next.insertFallback();
        if (playing == next) {
            return;
        }
        waiting.remove(next);
        if (playing != null) {
            finish(playing, Spoken.Outcome.HUSHED, nowNs);
        }
        current = next;
    }

    /** The reply to this turn, or what holds its place. */
    private @Nullable Playing of(long turn) {
        Playing playing = current;
        if (playing != null && playing.isReply() && playing.turn() == turn) {
            return playing;
        }
        for (Playing next : waiting) {
            if (next.isReply() && next.turn() == turn) {
                return next;
            }
        }
        return null;
    }

    private void hush(int mostUrgent, long nowNs) {
        waiting.removeIf(p -> p.priority() >= mostUrgent && ended(p, Spoken.Outcome.HUSHED, nowNs));
        Playing playing = current;
        if (playing != null && playing.priority() >= mostUrgent) {
            finish(playing, Spoken.Outcome.HUSHED, nowNs);
        }
    }

    private int play(Playing playing, long nowNs) {
        if (playing.fallbackAt >= 0) {
            playing.fallbackAt = slice(playing, fallbackClip, playing.fallbackAt, fallbackClip.length, true);
            if (playing.fallbackAt >= fallbackClip.length) {
                playing.fallbackAt = Playing.NO_FALLBACK;
            }
            return 1;
        }
        Draft draft = playing.draft;
        if (draft == null) {
            return giveUpWhenLate(playing, nowNs);
        }
        PcmBuffer pcm = draft.pcm();
        boolean complete = pcm.isComplete();
        int ready = pcm.length();
        inspect(playing, draft, ready, complete);
        if (playing.untrue) {
            return giveUpWhenLate(playing, nowNs); // the fallback is all that will be heard
        }
        if (playing.at < ready && (complete || ready - playing.at >= SLICE_SAMPLES)) {
            playing.work(nowNs);
            playing.at = slice(playing, pcm.samples(), playing.at, ready, false);
            return 1;
        }
        if (complete) {
            finish(playing, Spoken.Outcome.PLAYED, nowNs);
            return 1;
        }
        return giveUpWhenLate(playing, nowNs);
    }

    /** Whether what the voice makes is speech at all; a few slices a cycle, until something is heard. */
    private void inspect(Playing playing, Draft draft, int ready, boolean complete) {
        PcmBuffer pcm = draft.pcm();
        if (playing.untrue || draft.isCancelled()) {
            return;
        }
        if (pcm.cut() > 0) {
            playing.untrue = true;
            accused.voice().flooded("more than 8 s of sound for one reply");
        }
        if (playing.speech) {
            return;
        }
        int to = Math.min(ready, playing.inspectedTo + 10 * SLICE_SAMPLES);
        playing.speech = pcm.isAudible(playing.inspectedTo, to);
        playing.inspectedTo = to;
        if (!playing.speech && (to >= SILENT_SAMPLES || (complete && to == ready))) {
            playing.untrue = true;
            accused.voice().lied("silence where speech was asked for");
        }
    }

    private int giveUpWhenLate(Playing playing, long nowNs) {
        if (nowNs - playing.lastProgressNs < GIVE_UP_NS) {
            return 0;
        }
        finish(playing, Spoken.Outcome.ABANDONED, nowNs);
        return 1;
    }

    private int slice(Playing playing, short[] samples, int from, int to, boolean fallback) {
        int count = Math.min(SLICE_SAMPLES, to - from);
        long nowNs = clock.nanoTime();
        if (!playing.begun) {
            playing.begun = true;
            loudspeaker.begin(playing.name());
        }
        if (untakenSlices == 0 && !playing.sounded(fallback) && Level.firstAudible(samples, from, count) >= 0) {
            playing.sounded(fallback, nowNs);
        }
        long takenBefore = loudspeaker.takenSamples();
        loudspeaker.write(samples, from, count);
        boolean taken = takenBefore < 0 || loudspeaker.takenSamples() - takenBefore >= count;
        untakenSlices = taken ? 0 : untakenSlices + 1;
        if (untakenSlices == UNTAKEN_SLICES) {
            accused.playback().lied("samples that the loudspeaker did not take");
        }
        playing.lastProgressNs = nowNs;
        return from + count;
    }

    private void finish(Playing playing, Spoken.Outcome outcome, long nowNs) {
        if (playing.begun) {
            if (outcome != Spoken.Outcome.PLAYED) {
                loudspeaker.flush();
            }
            loudspeaker.end();
        }
        current = null;
        ended(playing, outcome, nowNs);
    }

    private boolean ended(Playing playing, Spoken.Outcome outcome, long nowNs) {
        if (!unfinished.remove(playing)) {
            return true; // another stage has taken it over
        }
        Draft draft = playing.draft;
        if (playing.deadline != null) {
            playing.deadline.close();
        }
        if (draft != null) {
            playing.workDone(draft, nowNs);
            if (outcome != Spoken.Outcome.PLAYED) {
                draft.cancel();
            }
            mind.offer(new MindMessage.Said(
                    new Spoken(draft, draft.text(), playing.firstAudibleNs, playing.fallbackNs, nowNs, outcome)));
        } else if (playing.deadline != null) {
            mind.offer(new MindMessage.Unanswered(playing.deadline));
        }
        return true;
    }
}
