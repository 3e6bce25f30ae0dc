package skylark.audio.device;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one device is: from what its line's thread observes, and from what it does not. Every trouble shows within 2 s and
 * is told once; what comes and goes by itself is told once a minute at most, silence every ten minutes. Belongs to one thread.
 */
final class DeviceWatch {
    static final long STUCK_NS = 1_000_000_000L;
    /** PulseAudio's null sinks take two seconds until their first sound. */
    static final long FIRST_SOUND_NS = 2_500_000_000L;

    static final long SILENT_NS = 1_500_000_000L;
    static final long SETTLED_NS = 500_000_000L;
    static final long AGAIN_NS = 60_000_000_000L;
    /** Some systems send zeros whenever nobody speaks. */
    static final long SILENT_AGAIN_NS = 600_000_000_000L;

    /** In a second or so: three milliseconds at full scale are a word, fewer are a click. */
    private static final double CLIPPED_MANY = 48;

    private static final double CLIPPED_FEW = 4;
    private static final double FORGETTING = 0.9;
    private static final long NEVER = Long.MIN_VALUE;

    private final Direction direction;
    private final Map<DeviceState, Long> toldNs = new EnumMap<>(DeviceState.class);
    private DeviceState state = DeviceState.OPENING;
    private boolean open;
    private boolean everHeard;
    private boolean toldTrouble;
    private boolean replace;
    private long heardNs;
    private long replacedNs;
    private long zeroSinceNs = NEVER;
    private long wellSinceNs = NEVER;
    private double clipped;

    DeviceWatch(Direction direction, long nowNs) {
        this.direction = direction;
        this.heardNs = nowNs;
        this.replacedNs = nowNs;
    }

    DeviceState state() {
        return state;
    }

    /** Takes notice; what is to be said of it, or null. */
    @Nullable DeviceChange take(DeviceNews news, long nowNs) {
        if (news instanceof DeviceNews.Failed failed) {
            open = false;
            return trouble(failed.state(), failed.detail(), nowNs);
        }
        if (news instanceof DeviceNews.Heard heard) {
            return heard(heard, nowNs);
        }
        open = true;
        everHeard = false;
        heardNs = nowNs;
        zeroSinceNs = NEVER;
        clipped = 0;
        return null;
    }

    /**
     * Looks at what did not happen.
     *
     * @param busyNs for how long the line's thread has been in one call
     * @param alive whether that thread runs
     */
    @Nullable DeviceChange look(long busyNs, boolean alive, long nowNs) {
        long patienceNs = everHeard ? STUCK_NS : FIRST_SOUND_NS;
        boolean starved = open && direction == Direction.INPUT && nowNs - heardNs > patienceNs;
        if (busyNs <= STUCK_NS && alive && !starved) {
            return open && direction == Direction.OUTPUT ? well(nowNs) : null;
        }
        if (nowNs - replacedNs > STUCK_NS) {
            replacedNs = nowNs;
            heardNs = nowNs;
            replace = true;
        }
        return trouble(DeviceState.STUCK, starved ? "no sound comes" : "a call does not come back", nowNs);
    }

    /** Whether the line's thread is to be replaced; true once each time. */
    boolean takeReplace() {
        boolean wanted = replace;
        replace = false;
        return wanted;
    }

    private @Nullable DeviceChange heard(DeviceNews.Heard heard, long nowNs) {
        heardNs = nowNs;
        everHeard = true;
        clipped = clipped * FORGETTING + heard.clipped();
        if (!heard.zero()) {
            zeroSinceNs = NEVER;
        } else if (zeroSinceNs == NEVER) {
            zeroSinceNs = nowNs;
        }
        if (zeroSinceNs != NEVER && nowNs - zeroSinceNs >= SILENT_NS) {
            return trouble(DeviceState.SILENT, "every sample is zero", nowNs);
        }
        if (clipped >= CLIPPED_MANY) {
            return trouble(DeviceState.CLIPPING, "samples at full scale", nowNs);
        }
        boolean still =
                state == DeviceState.SILENT && heard.zero() || state == DeviceState.CLIPPING && clipped > CLIPPED_FEW;
        return still ? null : well(nowNs);
    }

    private @Nullable DeviceChange trouble(DeviceState next, String detail, long nowNs) {
        wellSinceNs = NEVER;
        boolean same = next == state || next == DeviceState.MISSING && state.isAbsent();
        if (same) {
            return null;
        }
        state = next;
        Long lastNs = toldNs.get(next);
        long holdNs = next == DeviceState.SILENT ? SILENT_AGAIN_NS : AGAIN_NS;
        boolean again = lastNs != null && nowNs - lastNs < holdNs && !next.isAbsent();
        if (again) {
            return null;
        }
        toldNs.put(next, nowNs);
        toldTrouble = true;
        return new DeviceChange(direction, next, detail);
    }

    private @Nullable DeviceChange well(long nowNs) {
        if (state == DeviceState.WELL) {
            return null;
        }
        if (state == DeviceState.OPENING) {
            state = DeviceState.WELL;
            return null;
        }
        if (wellSinceNs == NEVER) {
            wellSinceNs = nowNs;
        }
        if (nowNs - wellSinceNs < SETTLED_NS) {
            return null;
        }
        state = DeviceState.WELL;
        boolean tell = toldTrouble;
        toldTrouble = false;
        return tell ? new DeviceChange(direction, DeviceState.WELL, "") : null;
    }
}
