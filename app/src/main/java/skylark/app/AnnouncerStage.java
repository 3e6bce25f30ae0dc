package skylark.app;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;
import skylark.pipeline.Draft;
import skylark.pipeline.Pipeline;
import skylark.pipeline.Spoken;
import skylark.pipeline.Trace;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.Stage;
import skylark.telemetry.announce.Announcement;
import skylark.telemetry.announce.Announcer;
import skylark.telemetry.announce.TalkState;
import skylark.telemetry.vehicle.VehicleEvent;
import skylark.telemetry.vehicle.VehicleLink;

/** Watches the vehicle and has the pipeline say what matters. Owns the announcer. */
final class AnnouncerStage implements Stage {
    private static final long LOOK_EVERY_NS = 50_000_000;
    private static final int REPLY_LEVEL = 1;

    /** What reaches this stage from other threads. */
    sealed interface Message {
        record Happened(VehicleEvent event) implements Message {}

        record Commanded(VehicleCommand command) implements Message {}

        record Meant(Intent intent, Slots slots) implements Message {}

        record Ended(Spoken spoken) implements Message {}

        record Troubled(String detail) implements Message {}
    }

    private final Link<Message> messages;
    private final VehicleLink vehicle;
    private final Supplier<TalkState> talk;
    private final Pipeline pipeline;
    private final AtomicInteger announcing;
    private final Announcer announcer;
    private final Map<Draft, Announcement> inSpeech = new HashMap<>();
    private long nextLookNs = Long.MIN_VALUE;
    private long nowNs;

    /**
     * Takes ownership of the announcer.
     *
     * @param announcing kept at how many announcements are being said or are about to be
     */
    AnnouncerStage(
            Link<Message> messages,
            VehicleLink vehicle,
            Supplier<TalkState> talk,
            Pipeline pipeline,
            AtomicInteger announcing,
            Announcer announcer) {
        this.messages = messages;
        this.vehicle = vehicle;
        this.talk = talk;
        this.pipeline = pipeline;
        this.announcing = announcing;
        this.announcer = announcer;
    }

    static Link<Message> link(Doorbell doorbell) {
        return new Link<>("announcer", 256, doorbell);
    }

    /** While a reply is under way only what is more urgent may be said. */
    static TalkState duringTurn() {
        return new TalkState(true, false, REPLY_LEVEL);
    }

    @Override
    public String roleName() {
        return "announcer";
    }

    @Override
    public int doWork(long now) {
        nowNs = now;
        Message message = messages.poll();
        if (message != null) {
            take(message, now);
            return 1;
        }
        if (nextLookNs != Long.MIN_VALUE && now < nextLookNs) {
            return 0;
        }
        nextLookNs = now + LOOK_EVERY_NS;
        VehicleState state = vehicle.state(now);
        announcer.onState(state, now);
        Announcement next = announcer.poll(now, talk.get());
        if (next != null) {
            say(next);
        }
        return 0;
    }

    @Override
    public long idleNs() {
        return Math.max(1, nextLookNs - nowNs);
    }

    private void take(Message message, long now) {
        if (message instanceof Message.Happened happened) {
            announcer.onEvent(happened.event(), now);
        } else if (message instanceof Message.Commanded commanded) {
            announcer.onCommand(commanded.command(), now);
        } else if (message instanceof Message.Meant meant) {
            obey(meant, now);
        } else if (message instanceof Message.Ended ended) {
            end(ended.spoken(), now);
        } else if (message instanceof Message.Troubled troubled) {
            announcer.onSystem(troubled.detail(), now);
        }
    }

    private void obey(Message.Meant meant, long now) {
        switch (meant.intent()) {
            case SILENCE -> announcer.mute(now);
            case VERBOSITY -> announcer.chatter(!"quiet".equals(meant.slots().level()));
            default -> announcer.acknowledge();
        }
    }

    private void say(Announcement announcement) {
        ReplyRequest request = new ReplyRequest(
                Act.ANNOUNCE,
                announcement.code().name(),
                Slots.NONE,
                null,
                announcement.args(),
                "",
                announcement.state());
        Draft draft = pipeline.announce(request, announcement.priority().level());
        inSpeech.put(draft, announcement);
        announcing.set(inSpeech.size());
    }

    private void end(Spoken spoken, long now) {
        @Nullable Announcement announcement = inSpeech.remove(spoken.draft());
        announcing.set(inSpeech.size());
        if (announcement == null) {
            return;
        }
        Draft.Text text = spoken.text();
        boolean heard = spoken.firstAudibleNs() != Trace.UNSET;
        long speechNs = heard ? spoken.endNs() - spoken.firstAudibleNs() : 0;
        boolean whole = heard && spoken.outcome() == Spoken.Outcome.PLAYED;
        announcer.onEnded(announcement, whole, text == null ? "" : text.spoken(), speechNs, now);
    }
}
