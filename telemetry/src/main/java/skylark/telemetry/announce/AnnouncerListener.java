package skylark.telemetry.announce;

import java.util.Map;
import skylark.domain.VehicleState;

/** Told what became of every announcement, spoken or not, on the announcer's thread; must not block. */
public interface AnnouncerListener {

    void onAnnouncement(Outcome outcome);

    /**
     * An alert became active, or ended.
     *
     * @param alert its name, such as {@code battery}
     * @param code what raised it last
     */
    void onAlert(String alert, Code code, boolean active, VehicleState state);

    /**
     * What became of one.
     *
     * @param why in words: what it waited for, what replaced it; empty when it was simply spoken
     * @param words what was said; empty when nothing was
     * @param state the vehicle at that moment
     */
    record Outcome(Code code, Map<String, String> args, Fate fate, String why, String words, VehicleState state) {}
}
