package skylark.audio.hear;

import com.sun.jna.Native;
import org.vosk.LibVosk;
import org.vosk.LogLevel;

/**
 * The hot calls of Vosk's C interface, bound without objects: the Java binding maps the result of accepting samples to a
 * boolean, in which the error -1 reads as "end of utterance", and makes a string of every partial result. Addresses are
 * native pointers; strings are UTF-8 with a zero at the end, owned by the recogniser until its next call.
 */
final class VoskNative {
    static {
        // The library answers in UTF-8 whatever the locale is.
        System.setProperty("jna.encoding", "UTF-8");
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        // By its name, as Vosk's own binding does: another look-up would unpack and load a second copy of the library,
        // and the process would crash at its end, when both copies free what they share.
        Native.register(VoskNative.class, "vosk");
        vosk_set_log_level(-1);
    }

    private VoskNative() {}

    /** Loads the library, and keeps it from writing to standard error. */
    static void load() {}

    static native void vosk_set_log_level(int level);

    /** 0 or 1 when all is well, 1 meaning that Kaldi's own endpoint rule would end here; -1 for an error. */
    static native int vosk_recognizer_accept_waveform_s(long recogniser, long samples, int count);

    static native long vosk_recognizer_partial_result(long recogniser);

    static native long vosk_recognizer_final_result(long recogniser);

    static native void vosk_recognizer_set_words(long recogniser, boolean on);

    /** From 1 on, results are lists of alternatives, the likeliest first. */
    static native void vosk_recognizer_set_max_alternatives(long recogniser, int most);
}
