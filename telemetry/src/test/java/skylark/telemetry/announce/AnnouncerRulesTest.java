package skylark.telemetry.announce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import skylark.domain.VehicleState.Builder;
import skylark.telemetry.vehicle.VehicleEvent;

/** The rules of the engine, whatever happens in whatever order. */
class AnnouncerRulesTest {

    /** Something that happens, and how long until the next thing does. */
    record Happening(Kind kind, double value, double thenS) {}

    enum Kind {
        BATTERY,
        FIX,
        LINK,
        MODE,
        ARMED,
        LANDED,
        HEIGHT,
        PAYLOAD,
        AGE,
        WIND,
        TEXT,
        WAYPOINT,
        OPERATOR_SPEAKS,
        CONFIRMATION,
        CUT_SHORT
    }

    @Provide
    Arbitrary<Happening> happenings() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 6))
                .as(Happening::new);
    }

    @Property(tries = 60)
    void shouldNeverSayWhatIsExpiredOrUntrue(
            @ForAll @Size(min = 5, max = 60) List<@From("happenings") Happening> story) {
        Flight flight = Flight.online();
        for (Happening happening : story) {
            happen(flight, happening);
            int before = flight.said.size();
            double leftS = happening.thenS;
            while (leftS > 0) {
                flight.pass(0.1);
                leftS -= 0.1;
                for (Announcement one : flight.said.subList(before, flight.said.size())) {
                    assertThat(one.code().holds(one.state())).as(one.toString()).isTrue();
                }
                before = flight.said.size();
            }
        }
    }

    @Property(tries = 60)
    void shouldKeepToTheLimitsOfChatter(@ForAll @Size(min = 20, max = 120) List<@From("happenings") Happening> story) {
        Flight flight = Flight.online();
        ArrayList<Long> chatterNs = new ArrayList<>();
        for (Happening happening : story) {
            happen(flight, happening);
            for (double leftS = happening.thenS / 4; leftS > 0; leftS -= 0.1) {
                int before = flight.said.size();
                boolean quiet = !flight.talk.operatorSpeaking() && !flight.talk.confirmationOpen();
                flight.pass(0.1);
                for (Announcement one : flight.said.subList(before, flight.said.size())) {
                    if (one.priority().isChatter()) {
                        assertThat(quiet).as("chatter waits for the operator").isTrue();
                        chatterNs.add(flight.nowNs);
                    }
                }
            }
        }
        for (long atNs : chatterNs) {
            assertThat(chatterNs.stream().filter(other -> other >= atNs && other - atNs < 59_900_000_000L))
                    .hasSizeLessThanOrEqualTo(TalkBudget.MOST_UTTERANCES);
        }
    }

    @Property(tries = 60)
    void shouldGiveEveryAnnouncementExactlyOneEnd(
            @ForAll @Size(min = 5, max = 60) List<@From("happenings") Happening> story) {
        Flight flight = Flight.online();
        for (Happening happening : story) {
            happen(flight, happening);
            flight.pass(happening.thenS);
        }
        flight.talk = TalkState.QUIET;
        flight.become(state ->
                state.ageS(0.1).batteryPct(90.0).gpsFix(3).linkPct(90.0).windMps(1.0));
        flight.pass(90);

        long ends = flight.outcomes.stream()
                .filter(one -> one.fate() == Fate.SPOKEN || one.fate() == Fate.INTERRUPTED)
                .count();
        assertThat(ends).isEqualTo(flight.said.size());
        assertThat(flight.outcomes).allSatisfy(one -> {
            if (one.fate() != Fate.SPOKEN && one.fate() != Fate.NO_LONGER_TRUE && one.fate() != Fate.INTERRUPTED) {
                assertThat(one.why()).isNotEmpty();
            }
        });
    }

    @Property(tries = 60)
    void shouldSayOnlyEmergenciesWhileMutedAndSpeakAgainAfterAMinute(
            @ForAll @Size(min = 5, max = 20) List<@From("happenings") Happening> story) {
        Flight flight = Flight.online();
        flight.announcer.mute(flight.nowNs);
        long mutedNs = flight.nowNs;
        for (Happening happening : story) {
            happen(flight, happening);
            flight.pass(Math.min(happening.thenS, 59 - (flight.nowNs - mutedNs) / 1e9));
        }
        assertThat(flight.said).allSatisfy(one -> assertThat(one.priority()).isEqualTo(Priority.EMERGENCY));

        flight.talk = TalkState.QUIET;
        flight.pass(61);
        flight.forget();
        boolean armed = Boolean.TRUE.equals(flight.state.armed());
        flight.become(state -> state.armed(!armed));
        flight.pass(4);
        assertThat(flight.saidCodes()).contains(armed ? Code.DISARMED : Code.ARMED);
    }

    @Property(tries = 60)
    void shouldNeverInterruptWhatIsAsUrgentOrMore(
            @ForAll @Size(min = 5, max = 60) List<@From("happenings") Happening> story) {
        Flight flight = Flight.online();
        flight.talk = TalkState.speaking(Priority.WARNING.level());
        flight.forget();
        for (Happening happening : story) {
            if (happening.kind != Kind.OPERATOR_SPEAKS && happening.kind != Kind.CONFIRMATION) {
                happen(flight, happening);
            }
            flight.pass(happening.thenS);
        }

        assertThat(flight.said).allSatisfy(one -> assertThat(one.priority()).isEqualTo(Priority.EMERGENCY));
    }

    private static void happen(Flight flight, Happening what) {
        double value = what.value;
        switch (what.kind) {
            case TEXT ->
                flight.announcer.onEvent(
                        new VehicleEvent.Text((int) (value * 7), value > 0.5 ? "EKF variance" : "Crash: Disarming"),
                        flight.nowNs);
            case WAYPOINT ->
                flight.announcer.onEvent(new VehicleEvent.WaypointReached(1 + (int) (value * 8)), flight.nowNs);
            case OPERATOR_SPEAKS -> flight.talk = value > 0.5 ? TalkState.operator() : TalkState.QUIET;
            case CONFIRMATION -> flight.talk = value > 0.5 ? TalkState.confirming() : TalkState.QUIET;
            case CUT_SHORT -> flight.cutShort();
            default -> flight.become(change(what.kind, value));
        }
    }

    private static UnaryOperator<Builder> change(Kind kind, double value) {
        boolean high = value > 0.5;
        return switch (kind) {
            case BATTERY -> state -> state.batteryPct(value * 100);
            case FIX -> state -> state.gpsFix(high ? 3 : 1);
            case LINK -> state -> state.linkPct(high ? 90.0 : 0.0);
            case MODE -> state -> state.mode(value < 0.3 ? "RTL" : value < 0.6 ? "AUTO" : "LOITER");
            case ARMED -> state -> state.armed(high);
            case LANDED -> state -> state.landed(value < 0.3 ? "ground" : value < 0.6 ? "landing" : "air");
            case HEIGHT -> state -> state.altM(value * 30);
            case PAYLOAD -> state -> state.payload(high ? "attached" : "released");
            case AGE -> state -> state.ageS(high ? 0.1 : 5.0);
            case WIND -> state -> state.windMps(value * 20);
            default -> state -> state;
        };
    }
}
