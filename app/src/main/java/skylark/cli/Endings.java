package skylark.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C and SIGTERM lead to: an orderly end on the main thread. A shutdown hook would run beside those of the native
 * libraries, which free what the stages still use.
 */
final class Endings implements AutoCloseable {
    private static final int SIGNALLED = 128;

    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();

    private Endings() {}

    /** @param end told the exit status, on a thread of the system's; a second signal ends the process at once */
    static Endings leadTo(IntConsumer end) {
        Endings endings = new Endings();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal signal = new Signal(name);
            SignalHandler previous = Signal.handle(signal, caught -> {
                endings.close();
                end.accept(SIGNALLED + caught.getNumber());
            });
            endings.before.put(signal, previous);
        }
        return endings;
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
