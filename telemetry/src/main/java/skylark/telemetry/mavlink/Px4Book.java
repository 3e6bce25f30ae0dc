package skylark.telemetry.mavlink;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.telemetry.mavlink.Plan.Unable;
import skylark.telemetry.vehicle.AckResult;

/** The words of PX4: heights are above mean sea level, and a mode is a main mode and a sub-mode apart. */
final class Px4Book extends CommandBook {
    private static final double SAME = Double.NaN;

    Px4Book() {
        super(Dialect.PX4);
    }

    @Override
    List<Message> takeOff(double heightM, VehicleState state, @Nullable Double homeAmslM) throws Unable {
        double amslM = known("home height", homeAmslM) + heightM;
        return List.of(Cmd.of(Cmd.NAV_TAKEOFF, -1, 0, 0, SAME, SAME, SAME, amslM));
    }

    /** It ignores the frame: a height above home would be flown as one above the sea, into the ground. */
    @Override
    List<Message> reposition(Target target, @Nullable Double homeAmslM) throws Unable {
        double amslM = known("home height", homeAmslM) + target.heightM();
        return List.of(Cmd.reposition(Cmd.FRAME_GLOBAL, SAME, target.lat(), target.lon(), amslM));
    }

    @Override
    List<Message> yaw(Values values, VehicleState state) throws Unable {
        double yaw = Math.toRadians(headingDeg(values, state));
        double signed = yaw > Math.PI ? yaw - 2 * Math.PI : yaw;
        return List.of(Cmd.of(Cmd.DO_REPOSITION, -1, 1, 0, signed, SAME, SAME, SAME));
    }

    @Override
    List<Message> pause() {
        return List.of(Cmd.of(Cmd.DO_REPOSITION, -1, 1, 0, SAME, SAME, SAME, SAME));
    }

    @Override
    List<Message> proceed() throws Unable {
        return mode("AUTO");
    }

    @Override
    List<Message> startMission() throws Unable {
        return mode("AUTO");
    }

    /** BRAKE is ArduPilot's; here standing still is a place to be. */
    @Override
    List<Message> mode(String name) throws Unable {
        if ("BRAKE".equals(name)) {
            return pause();
        }
        int number = number(name);
        return List.of(Cmd.of(Cmd.DO_SET_MODE, 1, number >>> 16 & 0xFF, number >>> 24));
    }

    @Override
    List<Message> winch(Values values, VehicleState state) throws Unable {
        throw new Unable(AckResult.UNSUPPORTED, "no winch on this autopilot");
    }
}
