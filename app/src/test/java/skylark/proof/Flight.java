package skylark.proof;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** A vehicle that is now here, now there, and of which not everything is known. */
final class Flight {
    private static final String[] MODES = {"GUIDED", "AUTO", "RTL", "LAND", "LOITER", "BRAKE"};

    private final Random random;
    private VehicleState.Builder builder = VehicleState.hover().toBuilder().altM(8.0);

    Flight(Random random) {
        this.random = random;
    }

    VehicleState state() {
        return builder.build();
    }

    /** Something changes, or nothing does. */
    void goOn() {
        VehicleState before = builder.build();
        if (strange(before) && random.nextDouble() < 0.6) {
            scene(before.mode());
            return;
        }
        switch (random.nextInt(16)) {
            case 0 -> builder.altM(pick(8.0, 9.9, 10.0, 10.001, 1.9, 2.0, 20.0, 70.0, 119.5, 120.0, 0.0));
            case 1 ->
                builder.altM(before.altM() == null ? null : before.altM() + pick(-2.001, -2.0, -0.5, 0.5, 2.0, 2.001));
            case 2 -> builder.speedMps(pick(0.0, 0.5, 1.0, 1.001, 6.0));
            case 3 -> builder.mode(MODES[random.nextInt(MODES.length)]);
            case 4 -> builder.failsafe(random.nextInt(3) == 0 ? "radio lost" : null);
            case 5 -> builder.ageS(pick(0.1, 2.0, 2.001, 60.0));
            case 6 -> builder.gpsFix(List.of(2, 3, 3, 6).get(random.nextInt(4)));
            case 7 -> builder.batteryPct(pick(29.999, 30.0, 62.0));
            case 8 -> builder.homeM(pick(0.0, 9.0, 10.0, 10.001, 120.0));
            case 9 -> builder.winchM(pick(0.0, 0.5, 2.5, 6.0));
            case 10 ->
                builder.payload(
                        List.of("attached", "attached", "released", "none").get(random.nextInt(4)));
            case 11 -> builder.linkPct(pick(0.0, 95.0));
            case 12 -> forget();
            case 13 -> builder.waypoints(List.of(8, 8, 3, 0).get(random.nextInt(4)));
            case 14 -> scene(before.mode());
            default -> {}
        }
    }

    private static boolean strange(VehicleState state) {
        return state.failsafe() != null || state.ageS() == null || state.ageS() > 2 || state.landed() == null;
    }

    private void forget() {
        List<Runnable> keys = List.of(
                () -> builder.armed(null),
                () -> builder.landed(null),
                () -> builder.altM(null),
                () -> builder.speedMps(null),
                () -> builder.gpsFix(null),
                () -> builder.batteryPct(null),
                () -> builder.homeM(null),
                () -> builder.payload(null),
                () -> builder.health(null),
                () -> builder.waypoints(null),
                () -> builder.headingDeg(null),
                () -> builder.ageS(null),
                () -> builder.mode(null));
        keys.get(random.nextInt(keys.size())).run();
    }

    private void scene(@Nullable String mode) {
        VehicleState low = VehicleState.hover().toBuilder().altM(8.0).mode(mode).build();
        VehicleState ground = low.toBuilder().landed("ground").altM(0.0).build();
        List<Supplier<VehicleState>> scenes = List.of(
                () -> low,
                () -> low,
                () -> low.toBuilder().altM(20.0).build(),
                () -> low.toBuilder().homeM(5.0).build(),
                () -> low.toBuilder().winchM(4.0).build(),
                () -> ground,
                () -> ground.toBuilder().armed(false).build(),
                () -> ground.toBuilder().armed(false).health(List.of("compass")).build(),
                () -> low.toBuilder().landed("landing").build(),
                () -> random.nextInt(8) == 0 ? VehicleState.UNKNOWN : low);
        builder = scenes.get(random.nextInt(scenes.size())).get().toBuilder();
    }

    private Double pick(double... values) {
        return values[random.nextInt(values.length)];
    }
}
