package skylark.telemetry.mavlink;

import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.telemetry.mavlink.Plan.Unable;
import skylark.telemetry.vehicle.AckResult;

/** The words of ArduPilot's Copter. */
final class ArduPilotBook extends CommandBook {
    private static final int RELATIVE_LENGTH = 1;
    private static final double WINCH_MPS = 0.5;

    ArduPilotBook() {
        super(Dialect.ARDUPILOT);
    }

    /** It takes off in GUIDED only; metres above home. */
    @Override
    List<Message> takeOff(double heightM, VehicleState state, @Nullable Double homeAmslM) throws Unable {
        Message takeOff = Cmd.of(Cmd.NAV_TAKEOFF, 0, 0, 0, 0, 0, 0, heightM);
        return "GUIDED".equals(state.mode()) ? List.of(takeOff) : List.of(setMode("GUIDED"), takeOff);
    }

    @Override
    List<Message> reposition(Target target, @Nullable Double homeAmslM) {
        return List.of(Cmd.reposition(
                Cmd.FRAME_GLOBAL_RELATIVE_ALT, Double.NaN, target.lat(), target.lon(), target.heightM()));
    }

    @Override
    List<Message> yaw(Values values, VehicleState state) throws Unable {
        if (!values.flag("relative")) {
            return List.of(Cmd.of(Cmd.CONDITION_YAW, values.number("heading_deg"), 0, 0, 0));
        }
        int sign = "left".equals(values.word("direction")) ? -1 : 1;
        return List.of(Cmd.of(Cmd.CONDITION_YAW, values.number("angle_deg"), 0, sign, 1));
    }

    @Override
    List<Message> pause() {
        return List.of(Cmd.of(Cmd.DO_PAUSE_CONTINUE, 0));
    }

    @Override
    List<Message> proceed() {
        return List.of(Cmd.of(Cmd.DO_PAUSE_CONTINUE, 1));
    }

    @Override
    List<Message> startMission() {
        return List.of(Cmd.of(Cmd.MISSION_START));
    }

    @Override
    List<Message> mode(String name) throws Unable {
        return List.of(setMode(name));
    }

    private Message setMode(String name) throws Unable {
        return Cmd.of(Cmd.DO_SET_MODE, 1, number(name));
    }

    /** It knows lengths and rates only, so "retract" is the line that is out. */
    @Override
    List<Message> winch(Values values, VehicleState state) throws Unable {
        double lengthM =
                switch (values.word("action")) {
                    case "lower" -> values.number("length_m");
                    case "retract" -> -known("line", state.winchM());
                    default -> throw new Unable(AckResult.UNSUPPORTED, "DO_WINCH " + values.word("action"));
                };
        return List.of(Cmd.of(Cmd.DO_WINCH, 1, RELATIVE_LENGTH, lengthM, WINCH_MPS));
    }
}
