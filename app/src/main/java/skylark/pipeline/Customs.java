package skylark.pipeline;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.nlg.reply.Act;
import skylark.watchdog.Evidence;

/**
 * What cannot be true of a message, looked at where it is received: it is held back, and whoever sent it is accused. Each
 * method belongs to the thread of the stage that receives.
 *
 * <table>
 * <caption>Whose lies show how</caption>
 * <tr><td>capture</td><td>numbers or times go backwards; the same sound over and over</td></tr>
 * <tr><td>hearing</td><td>a turn that did not begin, a frame not captured, no probability</td></tr>
 * <tr><td>open-ear</td><td>the same</td></tr>
 * <tr><td>understanding</td><td>a draft of a turn that did not begin, or for another turn's deadline</td></tr>
 * <tr><td>tokenizer</td><td>a prompt without tokens, or with negative ones</td></tr>
 * <tr><td>generator</td><td>no words, or placeholders among them</td></tr>
 * <tr><td>voice, playback</td><td>see {@link PlaybackStage}: silence; samples that nobody took</td></tr>
 * </table>
 */
final class Customs {
    /** 0.64 s. Two frames that are alike happen, so many do not. */
    private static final int ALIKE_FRAMES = 20;

    private final Map<String, Evidence> evidence = new TreeMap<>();
    private final AtomicLong frames;
    private final AtomicLong turns;
    private final boolean noisy;
    private long lastFrame = -1;
    private long lastEndNs = Long.MIN_VALUE;
    private long lastSound;
    private int alike;
    private long lastTurn;
    private long lastHeard = -1;
    private long lastOpen = -1;

    /**
     * @param frames how many have been captured
     * @param turns how many have begun
     * @param noisy whether silence, too, has noise in it, so that exact zeros over and over are no sound
     */
    Customs(AtomicLong frames, AtomicLong turns, boolean noisy) {
        this.frames = frames;
        this.turns = turns;
        this.noisy = noisy;
        for (String stage : StageLimits.STAGES) {
            evidence.put(stage, new Evidence(stage));
        }
    }

    Evidence of(String stage) {
        Evidence found = evidence.get(stage);
        if (found == null) {
            throw new IllegalArgumentException(stage + ": expected a stage of the pipeline");
        }
        return found;
    }

    /** From capture to hearing. */
    boolean frame(Frame frame) {
        boolean backwards = frame.index <= lastFrame || frame.endNs < lastEndNs;
        lastFrame = frame.index;
        lastEndNs = frame.endNs;
        if (backwards) {
            of("capture").lied("a frame's number or time is not after the one before");
            return false;
        }
        long sound = fingerprint(frame.samples);
        alike = sound == lastSound && (sound != 0 || noisy) ? alike + 1 : 0;
        lastSound = sound;
        if (alike >= ALIKE_FRAMES) {
            alike = 0;
            of("capture").lied("the same sound over and over");
        }
        return true;
    }

    /** Zero for exact silence. */
    private static long fingerprint(short[] samples) {
        long sum = 0;
        for (short sample : samples) {
            sum = sum * 31 + sample;
        }
        return sum;
    }

    /** To understanding. */
    boolean mind(MindMessage message) {
        if (message instanceof MindMessage.Heard heard) {
            return accept("hearing", heard(heard));
        }
        if (message instanceof MindMessage.OpenlyHeard open) {
            return accept("open-ear", openly(open));
        }
        if (message instanceof MindMessage.Said said) {
            return accept("playback", said(said.spoken()));
        }
        return true;
    }

    private @Nullable String heard(MindMessage.Heard heard) {
        HearingEvent event = heard.event();
        if (heard.turn() < lastTurn || heard.turn() > turns.get()) {
            return "a turn that did not begin";
        }
        if (event.frame() < lastHeard || event.frame() >= frames.get()) {
            return "a frame that is not the next one, or was never captured";
        }
        lastTurn = heard.turn();
        lastHeard = event.frame();
        if (event instanceof HearingEvent.SpeechCommit commit) {
            return commit.words().isBlank() ? "a commit without words" : words(commit.transcript());
        }
        return event instanceof HearingEvent.SpeechPaused paused ? words(paused.transcript()) : null;
    }

    private @Nullable String openly(MindMessage.OpenlyHeard open) {
        if (open.frame() < lastOpen || open.frame() >= frames.get()) {
            return "a frame that is not the next one, or was never captured";
        }
        lastOpen = open.frame();
        return words(open.transcript());
    }

    private static @Nullable String words(Transcript transcript) {
        double confidence = transcript.confidence();
        return confidence >= 0 && confidence <= 1 ? null : "a confidence that is no probability";
    }

    private static @Nullable String said(Spoken spoken) {
        long firstNs = spoken.firstAudibleNs();
        return firstNs != Trace.UNSET && firstNs > spoken.endNs() ? "the end of a reply before its begin" : null;
    }

    /** From understanding to the tokenizer; announcements come from elsewhere. */
    boolean draft(Draft draft) {
        return accept("understanding", isReply(draft) ? began(draft) : null);
    }

    /** To playback. */
    boolean playback(PlaybackMessage message) {
        if (!(message instanceof PlaybackMessage.Open open) || !isReply(open.draft())) {
            return true;
        }
        boolean another = open.deadline() != null
                && open.deadline().turn() != open.draft().turn();
        return accept("understanding", another ? "a reply for another turn's deadline" : began(open.draft()));
    }

    private static boolean isReply(Draft draft) {
        return draft.request().act() != Act.ANNOUNCE;
    }

    private @Nullable String began(Draft draft) {
        return draft.turn() < 1 || draft.turn() > turns.get() ? "a reply to a turn that did not begin" : null;
    }

    /** From the tokenizer to the generator. */
    boolean prompt(Draft draft) {
        long[] ids = draft.promptIds();
        boolean negative = false;
        for (long id : ids) {
            negative |= id < 0;
        }
        return accept("tokenizer", ids.length == 0 || negative ? "a prompt without tokens, or with bad ones" : null);
    }

    /** From the generator to the voice. */
    boolean clause(Clause clause) {
        String text = clause.text();
        boolean raw = text.isBlank() || text.indexOf('{') >= 0 || text.indexOf('<') >= 0;
        return accept("generator", raw ? "no words, or a placeholder among them" : null);
    }

    private boolean accept(String stage, @Nullable String lie) {
        if (lie != null) {
            of(stage).lied(lie);
        }
        return lie == null;
    }
}
