package skylark.telemetry.announce;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.telemetry.vehicle.VehicleEvent;

/**
 * Decides what the drone says by itself, and when. Feed it every state and event; ask {@link #poll} often for what is to
 * be said now; report with {@link #onEnded} how that went.
 *
 * <p>Owned by one thread, which also calls the listener. Pure but for that: the same calls give the same announcements.
 */
public final class Announcer {
    private static final long MUTE_NS = 60_000_000_000L;

    private final AnnouncerListener listener;
    private final ActiveAlerts alerts;
    private final AnnouncementQueue queue = new AnnouncementQueue();
    private final InSpeech inSpeech = new InSpeech();
    private final TalkBudget budget = new TalkBudget();
    private final Map<Code, Long> saidNs = new EnumMap<>(Code.class);
    private final Set<Code> missed = EnumSet.noneOf(Code.class);
    private final List<Watch> watches = List.of(
            new BatteryWatch(),
            new LinkWatch(),
            new GpsWatch(),
            new AutopilotWatch(),
            new ArmingWatch(),
            new FlightWatch(),
            new PackageWatch(),
            new OutcomeWatch(),
            new ModeWatch(),
            new MissionWatch(),
            new HomeWatch(),
            new WindWatch(),
            new WinchWatch(),
            new TextWatch());

    private VehicleState latest = VehicleState.UNKNOWN;
    private boolean online;
    private boolean muted;
    private boolean chatter = true;
    private long mutedSinceNs;
    private @Nullable Long headingHomeNs;
    private long lastNumber;

    public Announcer(AnnouncerListener listener) {
        this(listener, false);
    }

    /** @param online whether "online" has been said, by an announcer before this one */
    public Announcer(AnnouncerListener listener, boolean online) {
        this.listener = listener;
        this.online = online;
        this.alerts = new ActiveAlerts(listener);
    }

    /** Looks at a newer state, with its age. */
    public void onState(VehicleState state, long nowNs) {
        latest = state;
        Sink sink = sink(nowNs);
        watches.forEach(watch -> watch.look(state, nowNs, sink));
        alerts.look(state, nowNs);
        if (!online && state.mode() != null) {
            online = true;
            sink.raise(Candidate.of(Code.ONLINE));
        }
    }

    /** Hears what the vehicle said. */
    public void onEvent(VehicleEvent event, long nowNs) {
        Sink sink = sink(nowNs);
        watches.forEach(watch -> watch.hear(event, latest, nowNs, sink));
    }

    /** The operator had this command sent: what follows from it need not be announced again. */
    public void onCommand(VehicleCommand command, long nowNs) {
        watches.forEach(watch -> watch.asked(command, nowNs));
    }

    /** Something is wrong with the voice itself, in a few words such as {@code status log unavailable}. */
    public void onSystem(String detail, long nowNs) {
        sink(nowNs).raise(Candidate.detail(Code.SYS, detail));
    }

    /** The operator has taken notice of what is critical. */
    public void acknowledge() {
        watches.forEach(Watch::acknowledged);
    }

    /** Says nothing but emergencies for a minute. */
    public void mute(long nowNs) {
        muted = true;
        mutedSinceNs = nowNs;
    }

    public void unmute() {
        muted = false;
    }

    /** Whether progress and information (P3, P4) are wanted. */
    public void chatter(boolean wanted) {
        chatter = wanted;
    }

    /** What was kept back while muted, since the last time this was asked. */
    public Set<Code> missed() {
        Set<Code> copy = Set.copyOf(missed);
        missed.clear();
        return copy;
    }

    /**
     * What is to be said now, or null. When something less urgent is being said, an emergency or a warning is returned
     * all the same, and the caller cuts that short.
     */
    public @Nullable Announcement poll(long nowNs, TalkState talk) {
        muted = muted && nowNs - mutedSinceNs < MUTE_NS;
        expire(nowNs);
        forget(nowNs);
        TalkState real = inSpeech.with(talk);
        Waiting next = queue.removeFirst(waiting -> mayGo(waiting, nowNs, real));
        while (next != null) {
            if (allowed(next)) {
                return speak(next, nowNs);
            }
            next = queue.removeFirst(waiting -> mayGo(waiting, nowNs, real));
        }
        return null;
    }

    /**
     * How it went.
     *
     * @param whole false when it was cut short or made no sound
     * @param words what was said, or as much as is known
     * @param speechNs how long it was
     */
    public void onEnded(Announcement announcement, boolean whole, String words, long speechNs, long nowNs) {
        budget.lasted(announcement.number(), speechNs);
        Waiting spoken = inSpeech.end(announcement.number());
        if (spoken == null) {
            return;
        }
        tell(spoken.candidate(), whole ? Fate.SPOKEN : Fate.INTERRUPTED, "", words);
        boolean worthRepeating =
                !whole && !spoken.isRepeated() && !spoken.code().priority().isChatter();
        if (worthRepeating && !queue.has(spoken.code().subject())) {
            saidNs.remove(spoken.code());
            queue.add(new Waiting(spoken.number(), spoken.candidate(), nowNs, true));
        }
    }

    private void expire(long nowNs) {
        Waiting late = queue.removeFirst(waiting -> waiting.isExpired(nowNs));
        while (late != null) {
            tell(late.candidate(), Fate.EXPIRED, "waited for: " + late.waitedFor(), "");
            late = queue.removeFirst(waiting -> waiting.isExpired(nowNs));
        }
    }

    private void forget(long nowNs) {
        Waiting lost = inSpeech.forgotten(nowNs);
        while (lost != null) {
            tell(lost.candidate(), Fate.INTERRUPTED, "its end was never reported", "");
            lost = inSpeech.forgotten(nowNs);
        }
    }

    private boolean mayGo(Waiting waiting, long nowNs, TalkState talk) {
        String why = silenced(waiting.code().priority()) ? "" : whyWait(waiting.code(), nowNs, talk);
        if (!why.isEmpty()) {
            waiting.waitsFor(why);
        }
        return why.isEmpty();
    }

    private String whyWait(Code code, long nowNs, TalkState talk) {
        Long before = saidNs.get(code);
        if (before != null && nowNs - before < code.limitNs()) {
            return "said a moment ago";
        }
        if (code.priority().isChatter() && !budget.allows(nowNs)) {
            return "enough was said this minute";
        }
        return talk.why(code.priority());
    }

    private boolean silenced(Priority priority) {
        boolean unwanted = priority.isChatter() && !chatter;
        return unwanted || muted && priority != Priority.EMERGENCY;
    }

    private boolean allowed(Waiting next) {
        if (silenced(next.code().priority())) {
            missed.add(next.code());
            tell(next.candidate(), Fate.MUTED, muted ? "muted" : "less chatter is wanted", "");
            return false;
        }
        if (!next.candidate().isTrue(latest)) {
            tell(next.candidate(), Fate.NO_LONGER_TRUE, "", "");
            return false;
        }
        return true;
    }

    private Announcement speak(Waiting next, long nowNs) {
        saidNs.put(next.code(), nowNs);
        if (next.code().priority().isChatter()) {
            budget.began(next.number(), nowNs);
        }
        inSpeech.begin(next, nowNs);
        return next.now(latest);
    }

    private Sink sink(long nowNs) {
        return new Sink() {
            @Override
            public void raise(Candidate candidate) {
                enqueue(candidate, nowNs);
            }

            @Override
            public void pass(Candidate candidate, String why) {
                tell(candidate, Fate.SAID_ALREADY, why, "");
            }
        };
    }

    private void enqueue(Candidate candidate, long nowNs) {
        alerts.raise(candidate.code(), latest, nowNs);
        if (saidWithRelease(candidate.code(), nowNs)) {
            tell(candidate, Fate.SAID_ALREADY, "PKG_RELEASED says it", "");
            return;
        }
        Waiting replaced = queue.add(new Waiting(++lastNumber, candidate, nowNs, false));
        if (replaced != null) {
            tell(replaced.candidate(), Fate.SUPERSEDED, "by " + candidate.code(), "");
        }
    }

    /** "Package released, heading home." tells the change of mode as well. */
    private boolean saidWithRelease(Code code, long nowNs) {
        boolean returning = Holds.RETURNING.test(latest);
        if (code == Code.PKG_RELEASED && returning) {
            headingHomeNs = nowNs;
        }
        return code == Code.MODE && returning && headingHomeNs != null && nowNs - headingHomeNs < Code.MODE.expiresNs();
    }

    private void tell(Candidate candidate, Fate fate, String why, String words) {
        listener.onAnnouncement(new AnnouncerListener.Outcome(
                candidate.code(),
                candidate.args(),
                fate,
                why,
                words,
                candidate.told().apply(latest)));
    }
}
