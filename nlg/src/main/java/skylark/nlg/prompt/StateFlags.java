package skylark.nlg.prompt;

import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;
import skylark.nlg.reply.ReplyRequest;

/** The coarse facts that choose the words: "battery low", "in the air", "mode returns". */
final class StateFlags {
    private static final double CRITICAL_PCT = 15;
    private static final double LOW_PCT = 25;
    private static final double MOVES_MPS = 0.5;
    private static final double LINE_OUT_M = 0.2;
    private static final double AT_HOME_M = 3;

    private final PromptTable table;

    StateFlags(PromptTable table) {
        this.table = table;
    }

    /** The value of a group's flag, empty for a flag without values, or null if nothing is to be shown. */
    @Nullable String value(String group, ReplyRequest request) {
        VehicleState state = request.state();
        return switch (group) {
            case "stale" -> state.isStale() ? "" : null;
            case "battery" -> battery(state.batteryPct());
            case "landed" -> orUnknown(state.landed());
            case "armed" -> state.armed() == null ? "unknown" : state.armed() ? "yes" : "no";
            case "mode" -> table.modeGroup(state.mode());
            case "payload" -> orUnknown(state.payload());
            case "failsafe" -> failsafe(state.failsafe());
            case "health" -> state.health() == null ? "unknown" : state.health().isEmpty() ? "good" : "bad";
            case "fix" -> fix(state.gpsFix());
            case "vertical" -> vertical(state.climbMps());
            case "mission" -> mission(state.waypoint(), state.waypoints());
            case "home" -> state.homeM() != null && state.homeM() < AT_HOME_M ? "here" : null;
            case "winch" -> step(state.winchM(), LINE_OUT_M, "out", "in");
            case "motion" -> step(state.speedMps(), MOVES_MPS, "moving", "still");
            case "wind" -> wind(state);
            case "link" -> link(state);
            case "reference" ->
                request.slots().reference() == null ? "by" : request.slots().reference();
            case "switch" -> request.slots().state();
            case "level" -> request.slots().level();
            case "ask" -> asked(request.args().get("slot"));
            case "register" -> request.args().getOrDefault(ReplyRequest.REGISTER, "plain");
            case "also" -> also(state);
            default -> throw new IllegalArgumentException("prompt table: no such flag: " + group);
        };
    }

    /** The gravest thing that an answer about something else might mention. */
    private @Nullable String also(VehicleState state) {
        String battery = battery(state.batteryPct());
        if (failsafe(state.failsafe()) != null) {
            return "failsafe";
        }
        if ("critical".equals(battery) || "low".equals(battery)) {
            return battery;
        }
        return "ground".equals(state.landed()) ? null : alsoInTheAir(state);
    }

    private @Nullable String alsoInTheAir(VehicleState state) {
        if (state.gpsFix() != null && state.gpsFix() < 3) {
            return "gps";
        }
        if ("bad".equals(link(state))) {
            return "link";
        }
        if ("strong".equals(wind(state))) {
            return "wind";
        }
        String mode = table.modeGroup(state.mode());
        if (mode.equals("return")) {
            return "returning";
        }
        return mode.equals("land") || "landing".equals(state.landed()) ? "landing" : null;
    }

    private static @Nullable String link(VehicleState state) {
        return steps(state.linkPct(), 60, "good", 20, "weak", "bad");
    }

    private static @Nullable String wind(VehicleState state) {
        return steps(state.windMps(), 10, "strong", 1, "ok", "calm");
    }

    private @Nullable String asked(@Nullable String slot) {
        return slot != null && table.hasFlag("ask", slot) ? slot : null;
    }

    private @Nullable String failsafe(@Nullable String text) {
        return text == null || text.isEmpty() ? null : table.failsafeCause(text);
    }

    private static String orUnknown(@Nullable String word) {
        return word == null ? "unknown" : word;
    }

    private static @Nullable String battery(@Nullable Double percent) {
        if (percent == null) {
            return null;
        }
        return percent <= CRITICAL_PCT ? "critical" : percent <= LOW_PCT ? "low" : "ok";
    }

    private static String fix(@Nullable Integer fix) {
        if (fix == null) {
            return "unknown";
        }
        return fix >= 3 ? "good" : fix == 2 ? "weak" : "none";
    }

    private static @Nullable String vertical(@Nullable Double climbMps) {
        if (climbMps == null || Math.abs(climbMps) < MOVES_MPS) {
            return null;
        }
        return climbMps > 0 ? "climbing" : "descending";
    }

    private static @Nullable String mission(@Nullable Integer waypoint, @Nullable Integer waypoints) {
        if (waypoints == null) {
            return waypoint == null ? null : "on";
        }
        if (waypoints == 0) {
            return "none";
        }
        return waypoint != null && waypoint >= waypoints ? "last" : "on";
    }

    private static @Nullable String step(@Nullable Double value, double limit, String atLeast, String below) {
        return value == null ? null : value >= limit ? atLeast : below;
    }

    private static @Nullable String steps(
            @Nullable Double value, double high, String atHigh, double middle, String atMiddle, String below) {
        return value != null && value >= high ? atHigh : step(value, middle, atMiddle, below);
    }
}
