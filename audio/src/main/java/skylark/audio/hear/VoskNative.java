package skylark.audio.hear;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.vosk.LibVosk;
import org.vosk.LogLevel;
import skylark.models.natives.NativeCache;

/**
 * The hot calls of Vosk's C interface, bound without objects: the Java binding maps the result of accepting samples to a
 * boolean, in which the error -1 reads as "end of utterance", and makes a string of every partial result. Addresses are
 * native pointers; strings are UTF-8 with a zero at the end, owned by the recogniser until its next call.
 */
final class VoskNative {
    static {
        // The library answers in UTF-8 whatever the locale is.
        System.setProperty("jna.encoding", "UTF-8");
        keepUnpacked();
        LibVosk.setLogLevel(LogLevel.WARNINGS);
        // By its name, as Vosk's own binding does: another look-up would unpack and load a second copy of the library,
        // and the process would crash at its end, when both copies free what they share.
        Native.register(VoskNative.class, "vosk");
        vosk_set_log_level(-1);
    }

    private static final String SEARCHED = "jna.library.path";

    private VoskNative() {}

    /** JNA looks there first; where that fails it unpacks the library itself. */
    private static void keepUnpacked() {
        if (System.getProperty(SEARCHED) != null) {
            return;
        }
        try {
            Path folder = NativeCache.ofUser()
                    .unpack("vosk", "/" + Platform.RESOURCE_PREFIX + "/", List.of(System.mapLibraryName("vosk")));
            if (folder != null) {
                System.setProperty(SEARCHED, folder.toString());
            }
        } catch (IOException e) {
            LoggerFactory.getLogger(VoskNative.class).debug("JNA unpacks Vosk itself: {}", e.toString());
        }
    }

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
