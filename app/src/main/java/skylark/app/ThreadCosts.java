package skylark.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Processor time by thread, as counters. Any thread. */
final class ThreadCosts {
    private static final long NS_PER_MS = 1_000_000;

    private ThreadCosts() {}

    /** {@code cpu_ms.NAME} of each living thread with one of these names, since it began; empty where it is not told. */
    static Map<String, Long> ofThreads(Set<String> names) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> costs = new TreeMap<>();
        if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return costs;
        }
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && names.contains(thread.getThreadName())) {
                long ns = Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
                costs.merge("cpu_ms." + thread.getThreadName(), ns / NS_PER_MS, Long::sum);
            }
        }
        return costs;
    }
}
