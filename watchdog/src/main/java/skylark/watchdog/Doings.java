package skylark.watchdog;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import skylark.stage.Intake;

/**
 * Where it shows what a stage does. Read by the watchdog's thread.
 *
 * @param intake what it works on
 * @param causes what entitles it to send, counted
 * @param sent how many messages it has sent
 * @param evidence what others found wrong with them
 */
public record Doings(Intake intake, LongSupplier causes, LongSupplier sent, Evidence evidence) {

    /** Of a stage that sends for what it takes. */
    public static Doings of(Intake intake, LongSupplier sent, Evidence evidence) {
        return new Doings(intake, intake::taken, sent, evidence);
    }

    Evidence.@Nullable Finding finding() {
        return evidence.look();
    }
}
