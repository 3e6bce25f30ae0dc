package skylark.audio.hear;

import com.sun.jna.Native;
import com.sun.jna.Platform;

/**
 * The C library's heap, in which the recognisers' lattices come and go: without being told, it keeps what they leave
 * between what is still used, half a megabyte more with each turn. Any thread.
 */
final class NativeHeap {
    private static final boolean CAN_TRIM = canTrim();

    private NativeHeap() {}

    private static boolean canTrim() {
        if (!Platform.isLinux()) {
            return false;
        }
        try {
            Native.register(NativeHeap.class, "c");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false; // another C library than GNU's, which has no such call
        }
    }

    /** Gives pages back that hold nothing. Takes some milliseconds. */
    static void trim() {
        if (CAN_TRIM) {
            malloc_trim(0);
        }
    }

    private static native int malloc_trim(long pad);
}
