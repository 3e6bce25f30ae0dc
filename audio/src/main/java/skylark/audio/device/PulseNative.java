package skylark.audio.device;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * What we need of libpulse, whose interface has been the same since 2009 and which PipeWire answers too. Addresses are
 * native pointers. One thread for each main loop and whatever was made with it.
 */
final class PulseNative {
    static final int CONTEXT_NOAUTOSPAWN = 1;
    static final int CONTEXT_READY = 4;
    static final int STREAM_READY = 2;
    static final int OPERATION_RUNNING = 0;
    static final int SAMPLE_S16LE = 3;
    static final int STREAM_INTERPOLATE_TIMING = 0x2;
    static final int STREAM_AUTO_TIMING_UPDATE = 0x8;
    static final int STREAM_DONT_MOVE = 0x200;
    static final int STREAM_ADJUST_LATENCY = 0x2000;
    static final int SEEK_RELATIVE = 0;
    static final int ERR_NOENTITY = 5;
    static final int ERR_CONNECTIONREFUSED = 6;
    static final int ERR_BUSY = 26;

    private static final boolean THERE = load();

    private PulseNative() {}

    /** One entry of a list, or its end. */
    interface InfoCallback extends Callback {
        void accept(Pointer context, @Nullable Pointer info, int end, @Nullable Pointer userData);
    }

    /** The answer about the server. */
    interface ServerCallback extends Callback {
        void accept(Pointer context, @Nullable Pointer info, @Nullable Pointer userData);
    }

    /** Whether the library is installed. */
    static boolean isThere() {
        return THERE;
    }

    private static boolean load() {
        try {
            Native.register(PulseNative.class, "libpulse.so.0");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    static native long pa_mainloop_new();

    static native void pa_mainloop_free(long loop);

    static native long pa_mainloop_get_api(long loop);

    static native int pa_mainloop_prepare(long loop, int timeoutUs);

    static native int pa_mainloop_poll(long loop);

    static native int pa_mainloop_dispatch(long loop);

    static native long pa_context_new(long api, String name);

    static native int pa_context_connect(long context, @Nullable String server, int flags, long spawn);

    static native int pa_context_get_state(long context);

    static native int pa_context_errno(long context);

    static native void pa_context_disconnect(long context);

    static native void pa_context_unref(long context);

    static native String pa_strerror(int error);

    static native long pa_context_get_server_info(long context, ServerCallback callback, long userData);

    static native long pa_context_get_source_info_list(long context, InfoCallback callback, long userData);

    static native long pa_context_get_sink_info_list(long context, InfoCallback callback, long userData);

    static native int pa_operation_get_state(long operation);

    static native void pa_operation_unref(long operation);

    static native long pa_stream_new(long context, String name, Pointer sampleSpec, long map);

    static native int pa_stream_connect_record(long stream, @Nullable String device, Pointer attributes, int flags);

    static native int pa_stream_connect_playback(
            long stream, @Nullable String device, Pointer attributes, int flags, long volume, long sync);

    static native int pa_stream_get_state(long stream);

    static native long pa_stream_readable_size(long stream);

    static native long pa_stream_writable_size(long stream);

    static native int pa_stream_peek(long stream, Pointer data, Pointer bytes);

    static native int pa_stream_drop(long stream);

    static native int pa_stream_write(long stream, Pointer data, long bytes, long free, long offset, int seek);

    static native long pa_stream_flush(long stream, long callback, long userData);

    static native long pa_stream_update_timing_info(long stream, long callback, long userData);

    static native int pa_stream_get_latency(long stream, Pointer latencyUs, Pointer negative);

    static native int pa_stream_disconnect(long stream);

    static native void pa_stream_unref(long stream);
}
