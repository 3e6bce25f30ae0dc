package skylark.watchdog;

import skylark.stage.StageRunner;

/**
 * For how long a stage's thread was kept from running of late, by looks of the watchdog. Looks only while the stage is at
 * work, for each costs some microseconds. Belongs to the watchdog's thread.
 */
final class KeptWaiting {
    /** Three seconds and more, at 20 looks a second. */
    private static final int LOOKS = 64;

    private static final int IDLE_LOOKS = 4;

    private final long[] atNs = new long[LOOKS];
    private final long[] waitedNs = new long[LOOKS];
    private int count;
    private int idle;

    /** One look. */
    void look(StageRunner runner, long nowNs) {
        idle = runner.busyNs(nowNs) > 0 ? 0 : idle + 1;
        if (idle > IDLE_LOOKS) {
            count = 0;
            return;
        }
        int slot = count % LOOKS;
        atNs[slot] = nowNs;
        waitedNs[slot] = runner.cpuWaitNs();
        count++;
    }

    /** The thread is another one. */
    void forget() {
        count = 0;
    }

    /** Within the last so many nanoseconds, as far as it was looked at. */
    long withinNs(long spanNs) {
        if (count < 2) {
            return 0;
        }
        int newest = count - 1;
        int oldest = newest;
        while (oldest > 0 && newest - oldest < LOOKS - 1 && atNs[newest % LOOKS] - atNs[oldest % LOOKS] < spanNs) {
            oldest--;
        }
        return Math.min(spanNs, waitedNs[newest % LOOKS] - waitedNs[oldest % LOOKS]);
    }
}
