package skylark.telemetry.mavlink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Asks the vehicle for the messages that we read: one after the other, again when they do not come, and anew when it
 * was restarted. Owned by the link's thread.
 */
final class Wishes {
    private static final long BETWEEN_NS = 100_000_000;
    private static final long AGAIN_NS = 5_000_000_000L;
    private static final int TIMES = 3;
    private static final long LATER_NS = 60_000_000_000L;
    private static final long MISSION_NS = 10_000_000_000L;

    private final List<Wish> wishes = new ArrayList<>();
    private final Sighting sighting;
    private final Consumer<Message> sender;
    private long nextNs;
    private long homeAskedNs = Long.MIN_VALUE / 2;
    private long missionAskedNs = Long.MIN_VALUE / 2;

    private static final class Wish {
        final MessageType type;
        final long everyUs;
        int asked;
        long dueNs;

        Wish(String name, double hertz) {
            type = Messages.named(name);
            everyUs = Math.round(1e6 / hertz);
        }
    }

    Wishes(Dialect dialect, Sighting sighting, Consumer<Message> sender) {
        this.sighting = sighting;
        this.sender = sender;
        wish("HEARTBEAT", 1);
        wish("SYS_STATUS", 2);
        wish("BATTERY_STATUS", 1);
        wish("GPS_RAW_INT", 2);
        wish("GLOBAL_POSITION_INT", 5);
        wish("VFR_HUD", 4);
        wish(dialect == Dialect.PX4 ? "WIND_COV" : "WIND", 1);
        wish("EXTENDED_SYS_STATE", 4);
        wish("MISSION_CURRENT", 1);
        wish("NAV_CONTROLLER_OUTPUT", 1);
        wish("RC_CHANNELS", 1);
        wish("WINCH_STATUS", 1);
    }

    private void wish(String name, double hertz) {
        wishes.add(new Wish(name, hertz));
    }

    /** The vehicle has forgotten what it was asked. */
    void anew() {
        for (Wish wish : wishes) {
            wish.asked = 0;
            wish.dueNs = 0;
        }
    }

    void homeMoved() {
        homeAskedNs = Long.MIN_VALUE / 2;
    }

    /** Sends one wish at most. */
    void tick(long nowNs) {
        if (nowNs < nextNs) {
            return;
        }
        nextNs = nowNs + BETWEEN_NS;
        if (askForRate(nowNs) || askForHome(nowNs)) {
            return;
        }
        askForMission(nowNs);
    }

    private boolean askForRate(long nowNs) {
        for (Wish wish : wishes) {
            boolean granted = wish.asked > 0 && nowNs - sighting.heardNs(wish.type.name()) < AGAIN_NS;
            if (granted || nowNs < wish.dueNs) {
                continue;
            }
            wish.asked++;
            wish.dueNs = nowNs + (wish.asked < TIMES ? AGAIN_NS : LATER_NS); // it may not be fitted
            sender.accept(Cmd.of(Cmd.SET_MESSAGE_INTERVAL, wish.type.id(), wish.everyUs));
            return true;
        }
        return false;
    }

    private boolean askForHome(long nowNs) {
        boolean due = nowNs - homeAskedNs > (sighting.has("HOME_POSITION") ? LATER_NS : AGAIN_NS);
        if (due) {
            homeAskedNs = nowNs;
            sender.accept(
                    Cmd.of(Cmd.REQUEST_MESSAGE, Messages.named("HOME_POSITION").id()));
        }
        return due;
    }

    /** Newer autopilots tell the number of waypoints by themselves. */
    private void askForMission(long nowNs) {
        boolean silent = sighting.has("MISSION_CURRENT") && !sighting.knowsMission();
        if (silent && nowNs - missionAskedNs > MISSION_NS) {
            missionAskedNs = nowNs;
            sender.accept(Message.of("MISSION_REQUEST_LIST"));
        }
    }
}
