package skylark.audio.device;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection to the sound server, with a main loop of its own that its thread turns. No call waits for ever. */
final class PulseClient implements AutoCloseable {
    private static final long CONNECT_NS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int STEP_US = 20_000;

    private final long loop;
    private final long context;

    /**
     * Connects. Never starts a server.
     *
     * @param server its address; null for the one that the environment names, or the user's own
     * @throws DeviceFailure when there is no server that answers
     */
    PulseClient(@Nullable String server) throws DeviceFailure {
        if (!PulseNative.isThere()) {
            throw new DeviceFailure(DeviceState.MISSING, "libpulse is not installed");
        }
        loop = PulseNative.pa_mainloop_new();
        context = PulseNative.pa_context_new(PulseNative.pa_mainloop_get_api(loop), "skylark");
        try {
            connect(server);
        } catch (DeviceFailure e) {
            close();
            throw e;
        }
    }

    private void connect(@Nullable String server) throws DeviceFailure {
        int begun = PulseNative.pa_context_connect(context, server, PulseNative.CONTEXT_NOAUTOSPAWN, 0);
        long endNs = System.nanoTime() + CONNECT_NS;
        while (begun >= 0 && System.nanoTime() < endNs) {
            int state = PulseNative.pa_context_get_state(context);
            if (state == PulseNative.CONTEXT_READY) {
                return;
            }
            if (state > PulseNative.CONTEXT_READY) {
                break;
            }
            turn(STEP_US);
        }
        throw new DeviceFailure(DeviceState.MISSING, "no sound server: " + error());
    }

    long context() {
        return context;
    }

    /** Waits for the server, or until the time is over, and works off what came; false when the loop has ended. */
    boolean turn(int timeoutUs) {
        return PulseNative.pa_mainloop_prepare(loop, timeoutUs) >= 0
                && PulseNative.pa_mainloop_poll(loop) >= 0
                && PulseNative.pa_mainloop_dispatch(loop) >= 0;
    }

    boolean isReady() {
        return PulseNative.pa_context_get_state(context) == PulseNative.CONTEXT_READY;
    }

    /** Until the server has answered; gives up after a while. */
    void await(long operation) {
        if (operation == 0) {
            return;
        }
        long endNs = System.nanoTime() + CONNECT_NS;
        while (PulseNative.pa_operation_get_state(operation) == PulseNative.OPERATION_RUNNING
                && isReady()
                && System.nanoTime() < endNs) {
            turn(STEP_US);
        }
        PulseNative.pa_operation_unref(operation);
    }

    /** Until the stream is ready. */
    void await(long stream, String name) throws DeviceFailure {
        long endNs = System.nanoTime() + CONNECT_NS;
        while (System.nanoTime() < endNs && isReady()) {
            int state = PulseNative.pa_stream_get_state(stream);
            if (state == PulseNative.STREAM_READY) {
                return;
            }
            if (state > PulseNative.STREAM_READY) {
                break;
            }
            turn(STEP_US);
        }
        boolean busy = PulseNative.pa_context_errno(context) == PulseNative.ERR_BUSY;
        throw new DeviceFailure(busy ? DeviceState.BUSY : DeviceState.MISSING, name + ": " + error());
    }

    String error() {
        return PulseNative.pa_strerror(PulseNative.pa_context_errno(context));
    }

    @Override
    public void close() {
        PulseNative.pa_context_disconnect(context);
        PulseNative.pa_context_unref(context);
        PulseNative.pa_mainloop_free(loop);
    }
}
