package skylark.bench.run;

import java.util.ArrayList;
import java.util.List;

/**
 * Other processes that want every core for themselves, until it is closed. Each ends by itself when its standard input
 * does, so that none is left even when this process is killed.
 */
final class BusyCores implements AutoCloseable {
    private final Children children;
    private final List<Process> busy = new ArrayList<>();

    private BusyCores(Children children) {
        this.children = children;
    }

    /** @param words begin one of them */
    static BusyCores load(Children children, List<String> words, int cores) {
        BusyCores load = new BusyCores(children);
        for (int i = 0; i < cores; i++) {
            load.busy.add(children.begin(words));
        }
        return load;
    }

    /** @throws StepFailed if one of them has ended before its time */
    void check() {
        if (busy.stream().anyMatch(process -> !process.isAlive())) {
            throw new StepFailed("the load on the other cores: one of its processes ended by itself");
        }
    }

    @Override
    public void close() {
        busy.forEach(children::stop);
    }
}
