package skylark.telemetry.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who speaks: drone and process.
 *
 * @param boot changes when the machine restarts
 * @param session changes when the program restarts
 */
public record Identity(String fleet, String drone, String boot, String session) {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /** Of this process, now. */
    public static Identity of(String fleet, String drone) {
        String session = new Ulid().next(System.currentTimeMillis());
        return new Identity(fleet, drone, bootId(session), session);
    }

    /** @param name such as {@code state} or {@code event/flight} */
    public String topic(String name) {
        return "skylark/1/" + fleet + "/" + drone + "/" + name;
    }

    public String clientId() {
        return "skylark-" + fleet + "-" + drone;
    }

    private static String bootId(String otherwise) {
        try {
            return Files.readString(BOOT_ID).strip().substring(0, 8);
        } catch (IOException | IndexOutOfBoundsException e) {
            return otherwise; // not Linux: the session is the best that is known of the boot
        }
    }
}
