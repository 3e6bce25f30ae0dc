package skylark.bench.run;

import java.io.IOException;
import java.io.InputStream;

/** Keeps one core busy. */
public final class Busy {
    private static final int ROUND = 1 << 20;

    private volatile boolean wanted = true;
    private volatile double sum;

    private Busy() {}

    /** Until nothing more can come from {@code input}. */
    public static void until(InputStream input) {
        Busy busy = new Busy();
        Thread watch = new Thread(() -> busy.watch(input), "busy-watch");
        watch.setDaemon(true);
        watch.start();
        busy.work();
    }

    private void watch(InputStream input) {
        try {
            input.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // broken is as good as ended
        } finally {
            wanted = false;
        }
    }

    private void work() {
        while (wanted) {
            double now = sum;
            for (int i = 1; i < ROUND; i++) {
                now += Math.sqrt(i) / (1 + now * now);
            }
            sum = now;
        }
    }
}
