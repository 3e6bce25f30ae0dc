package skylark.dialog;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import skylark.config.SafetySettings;
import skylark.domain.Intent;
import skylark.domain.Reason;
import skylark.domain.Slots;
import skylark.gate.Limit;
import skylark.gate.Verdict;

/** Puts the values of a verdict into words for the reply. */
final class ReplyArgs {
    private final SafetySettings limits;
    private final String callsign;
    private final String register;
    private final DoubleFunction<String> numberWords;

    ReplyArgs(SafetySettings limits, String callsign, String register, DoubleFunction<String> numberWords) {
        this.limits = limits;
        this.register = register;
        this.callsign = callsign;
        this.numberWords = numberWords;
    }

    Map<String, String> of(Intent intent, Slots slots, Verdict verdict) {
        Map<String, String> args = new HashMap<>();
        put(args, "phrase", verdict.phrase());
        put(args, "slot", verdict.missing() == null ? null : verdict.missing().key());
        put(args, "detail", verdict.detail());
        put(args, "limit", limit(slots, verdict));
        if (intent == Intent.IDENTIFY || intent == Intent.GREET) {
            args.put("callsign", capitalised(callsign));
        }
        return args;
    }

    /** How full a reply is to be, by the operator's last word on it and by the settings. */
    String register(@Nullable String level) {
        if ("quiet".equals(level)) {
            return "brief";
        }
        return "verbose".equals(level) ? "full" : register;
    }

    private @Nullable String limit(Slots slots, Verdict verdict) {
        Reason reason = verdict.reason();
        if (verdict.limit() != null) {
            return range(slots, verdict.limit());
        }
        if (reason == Reason.TOO_HIGH) {
            return counted(limits.releaseHeightM(), "meter");
        }
        if (reason == Reason.TOO_FAST) {
            return counted(limits.steadyMps(), "meter per second");
        }
        return reason == Reason.BATTERY_LOW ? numberWords.apply(limits.batteryPct()) + " percent" : null;
    }

    private String range(Slots slots, Limit limit) {
        if (slots.mps() != null) {
            // Both ends would take three seconds to say.
            return counted(slots.mps() > limit.max() ? limit.max() : limit.min(), limit.unit());
        }
        return limit.unit().equals("waypoint")
                ? "waypoint " + numberWords.apply(limit.max())
                : numberWords.apply(limit.min()) + " to " + counted(limit.max(), limit.unit());
    }

    private String counted(double value, String unit) {
        String plural = unit.startsWith("meter") ? unit.replaceFirst("meter", "meters") : unit + "s";
        return numberWords.apply(value) + " " + (value == 1 ? unit : plural);
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void put(Map<String, String> args, String name, @Nullable String words) {
        if (words != null) {
            args.put(name, words);
        }
    }
}
