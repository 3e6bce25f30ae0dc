package skylark.telemetry.mavlink;

/** The numbers of MAV_CMD that we use, and how a command's message is made. */
final class Cmd {
    static final int NAV_RETURN_TO_LAUNCH = 20;
    static final int NAV_LAND = 21;
    static final int NAV_TAKEOFF = 22;
    static final int CONDITION_YAW = 115;
    static final int DO_SET_MODE = 176;
    static final int DO_CHANGE_SPEED = 178;
    static final int DO_SET_HOME = 179;
    static final int DO_SET_RELAY = 181;
    static final int DO_REPOSITION = 192;
    static final int DO_PAUSE_CONTINUE = 193;
    static final int DO_GRIPPER = 211;
    static final int DO_SET_MISSION_CURRENT = 224;
    static final int MISSION_START = 300;
    static final int COMPONENT_ARM_DISARM = 400;
    static final int SET_MESSAGE_INTERVAL = 511;
    static final int REQUEST_MESSAGE = 512;
    static final int DO_GIMBAL_MANAGER_PITCHYAW = 1000;
    static final int IMAGE_START_CAPTURE = 2000;
    static final int VIDEO_START_CAPTURE = 2500;
    static final int VIDEO_STOP_CAPTURE = 2501;
    static final int DO_WINCH = 42600;

    static final int FRAME_GLOBAL = 0;
    static final int FRAME_GLOBAL_RELATIVE_ALT = 3;
    /** As COMMAND_INT has "unknown" where NaN has no place. */
    static final int HERE = Integer.MAX_VALUE;

    private Cmd() {}

    /** A COMMAND_LONG; parameters that are left out are zero. */
    static Message of(int command, double... params) {
        Message message = Message.of("COMMAND_LONG").with("command", (long) command);
        for (int i = 0; i < params.length; i++) {
            message.with("param" + (i + 1), params[i]);
        }
        return message;
    }

    /** DO_REPOSITION, which may leave the mode that the vehicle is in. Unknown values are NaN. */
    static Message reposition(int frame, double yaw, double lat, double lon, double altM) {
        return Message.of("COMMAND_INT")
                .with("command", (long) DO_REPOSITION)
                .with("frame", (long) frame)
                .with("param1", -1.0)
                .with("param2", 1.0)
                .with("param4", yaw)
                .with("x", whole(lat))
                .with("y", whole(lon))
                .with("z", altM);
    }

    private static long whole(double degrees) {
        return Double.isNaN(degrees) ? HERE : Math.round(degrees * 1e7);
    }
}
