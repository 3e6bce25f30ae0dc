package skylark.telemetry.announce;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** An announcer with its ears and its diary, and time that a test turns. Speech is over in the given time. */
final class Flight implements AnnouncerListener {
    final List<Outcome> outcomes = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final List<Announcement> said = new ArrayList<>();
    final Announcer announcer = new Announcer(this);
    VehicleState state = VehicleState.hover();
    TalkState talk = TalkState.QUIET;
    long speechMs = 800;
    long nowNs = 1_000_000_000_000L;
    private @Nullable Announcement speaking;
    private long speakingUntilNs;

    static Flight online() {
        Flight flight = new Flight();
        flight.pass(3);
        flight.forget();
        return flight;
    }

    void forget() {
        said.clear();
        outcomes.clear();
        alerts.clear();
    }

    /** Time passes in steps of 100 ms; each time the state is seen and the announcer is asked. */
    void pass(double seconds) {
        for (long untilNs = nowNs + (long) (seconds * 1e9); nowNs < untilNs; nowNs += 100_000_000) {
            tick();
        }
    }

    void tick() {
        announcer.onState(state, nowNs);
        ended();
        TalkState now = speaking == null
                ? talk
                : new TalkState(
                        talk.operatorSpeaking(),
                        talk.confirmationOpen(),
                        speaking.priority().level());
        Announcement next = announcer.poll(nowNs, now);
        if (next != null) {
            cutShort();
            speaking = next;
            speakingUntilNs = nowNs + speechMs * 1_000_000;
            said.add(next);
        }
    }

    void cutShort() {
        if (speaking != null) {
            announcer.onEnded(speaking, false, "", 300_000_000, nowNs);
            speaking = null;
        }
    }

    private void ended() {
        if (speaking != null && nowNs >= speakingUntilNs) {
            announcer.onEnded(speaking, true, speaking.code().name(), speechMs * 1_000_000, nowNs);
            speaking = null;
        }
    }

    void become(java.util.function.UnaryOperator<VehicleState.Builder> change) {
        state = change.apply(state.toBuilder()).build();
    }

    List<Code> saidCodes() {
        return said.stream().map(Announcement::code).toList();
    }

    List<Fate> fates(Code code) {
        return outcomes.stream()
                .filter(one -> one.code() == code)
                .map(Outcome::fate)
                .toList();
    }

    @Override
    public void onAnnouncement(Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void onAlert(String alert, Code code, boolean active, VehicleState at) {
        alerts.add(alert + (active ? " by " + code : " over"));
    }
}
