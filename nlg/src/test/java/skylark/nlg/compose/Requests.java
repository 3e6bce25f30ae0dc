package skylark.nlg.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.Slot;
import skylark.domain.Slots;
import skylark.domain.VehicleState;
import skylark.nlg.prompt.Golden;
import skylark.nlg.reply.Act;
import skylark.nlg.reply.ReplyRequest;

/** Requests of every kind, in every state of knowledge. */
final class Requests {
    static final List<String> CODES = Golden.table().topics().keySet().stream()
            .filter(t -> t.equals(t.toUpperCase()))
            .toList();

    private static final List<String> REGISTERS = List.of("brief", "plain", "full", "radio");

    private Requests() {}

    static Arbitrary<ReplyRequest> any() {
        return Arbitraries.longs().map(seed -> random(new Random(seed)));
    }

    static ReplyRequest announcement(String code, VehicleState state) {
        return new ReplyRequest(Act.ANNOUNCE, code, Slots.NONE, null, Map.of(), "", state);
    }

    static ReplyRequest answer(Intent intent, VehicleState state) {
        return new ReplyRequest(Act.ANSWER, intent.wireName(), Slots.NONE, null, Map.of(), "", state);
    }

    static ReplyRequest random(Random rng) {
        VehicleState state = randomState(rng);
        if (rng.nextInt(3) == 0) {
            return announcement(CODES.get(rng.nextInt(CODES.size())), state);
        }
        Intent intent = Intent.values()[rng.nextInt(Intent.values().length)];
        Act act = List.of(Act.ANSWER, Act.EXECUTE, Act.CHALLENGE, Act.REFUSE, Act.REJECT, Act.ASK_SLOT)
                .get(rng.nextInt(6));
        boolean refused = act == Act.REFUSE || act == Act.REJECT;
        Reason reason = refused ? Reason.values()[rng.nextInt(Reason.values().length)] : null;
        Map<String, String> args = new HashMap<>();
        if (act == Act.CHALLENGE) {
            args.put("phrase", "confirm release");
        }
        if (act == Act.ASK_SLOT) {
            args.put("slot", Slot.values()[rng.nextInt(Slot.values().length)].key());
        }
        args.put(ReplyRequest.REGISTER, REGISTERS.get(rng.nextInt(REGISTERS.size())));
        if (rng.nextBoolean()) {
            args.put("limit", "two to fifty meters");
        }
        return new ReplyRequest(act, intent.wireName(), slots(intent, rng), reason, args, "some words", state);
    }

    private static Slots slots(Intent intent, Random rng) {
        Slots slots = Slots.NONE;
        for (Slot slot : intent.missing(Slots.NONE)) {
            slots = switch (slot) {
                case METRES -> slots.withMetres(1 + rng.nextInt(500) / 10.0);
                case DEGREES -> slots.withDegrees((double) rng.nextInt(360));
                case MPS -> slots.withMps(0.5 + rng.nextInt(100) / 10.0);
                case WAYPOINT -> slots.withWaypoint(1 + rng.nextInt(9));
                case DIRECTION -> slots.withDirection("left");
                case STATE -> slots.withState(rng.nextBoolean() ? "on" : "off");
                case LEVEL -> slots.withLevel("quiet");
                default -> slots;
            };
        }
        return slots;
    }

    static VehicleState randomState(Random rng) {
        double missing = List.of(0.0, 0.1, 0.5, 1.0).get(rng.nextInt(4));
        VehicleState.Builder state = new VehicleState.Builder();
        List<Runnable> fields = new ArrayList<>(List.of(
                () -> state.armed(rng.nextBoolean()),
                () -> state.mode(pick(rng, "RTL", "AUTO", "GUIDED", "LOITER", "LAND", "STABILIZE", "weird 7")),
                () -> state.landed(pick(rng, "ground", "takeoff", "air", "landing")),
                () -> state.batteryPct(rng.nextDouble() * 100),
                () -> state.batteryS(rng.nextDouble() * 2000),
                () -> state.altM(rng.nextDouble() * 200 - 20),
                () -> state.speedMps(rng.nextDouble() * 15),
                () -> state.climbMps(rng.nextDouble() * 6 - 3),
                () -> state.headingDeg(rng.nextDouble() * 360),
                () -> state.homeM(rng.nextDouble() * 3000),
                () -> state.homeDeg(rng.nextDouble() * 360),
                () -> state.etaS(rng.nextDouble() * 400),
                () -> state.windMps(rng.nextDouble() * 20),
                () -> state.windFromDeg(rng.nextDouble() * 360),
                () -> state.gpsFix(rng.nextInt(7)),
                () -> state.satellites(rng.nextInt(30)),
                () -> state.linkPct(rng.nextDouble() * 100),
                () -> state.waypoint(1 + rng.nextInt(8)),
                () -> state.waypoints(rng.nextInt(9)),
                () -> state.payload(pick(rng, "attached", "released", "none")),
                () -> state.winchM(rng.nextDouble() * 20),
                () -> state.health(rng.nextBoolean() ? List.of() : List.of("compass", "gyro 2")),
                () -> state.ageS(rng.nextDouble() * 4)));
        if (rng.nextInt(5) == 0) {
            fields.add(() -> state.failsafe(pick(rng, "radio failsafe", "battery failsafe", "odd")));
        }
        fields.stream().filter(field -> rng.nextDouble() >= missing).forEach(Runnable::run);
        return state.build();
    }

    private static String pick(Random rng, String... words) {
        Supplier<String> one = () -> words[rng.nextInt(words.length)];
        return one.get();
    }
}
