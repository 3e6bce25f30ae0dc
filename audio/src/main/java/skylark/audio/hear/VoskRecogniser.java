package skylark.audio.hear;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.vosk.Recognizer;

/**
 * Vosk's streaming recogniser. Kaldi's own endpoint rule is not asked: the utterance lasts until {@link #finish} or
 * {@link #reset}.
 *
 * <p>Nothing but a pointer is allocated while the words stay the same. Made by {@link VoskModel}.
 */
public final class VoskRecogniser implements Recogniser {
    private static final int MAX_SAMPLES = 16_000;
    private static final double RATE_HZ = 16_000;

    private final Recognizer recogniser;
    private final Function<List<Alternative>, Transcript> choice;
    private final long handle;
    private final Memory samples = new Memory(2L * MAX_SAMPLES);
    private final long address = Pointer.nativeValue(samples);
    private byte[] json = new byte[256];
    private byte[] fresh = new byte[256];
    private int jsonLength;
    private String partial = "";
    private long samplesHeard;
    private long utteranceStart;
    private boolean closed;

    /** Of the recogniser's own likeliest words. */
    static VoskRecogniser of(Recognizer recogniser) {
        return new VoskRecogniser(recogniser, 1, Rescoring::best);
    }

    /** Of the words that are likeliest after a second look with a longer memory. */
    static VoskRecogniser of(Recognizer recogniser, SentenceModel usual) {
        return new VoskRecogniser(
                recogniser, Rescoring.ALTERNATIVES, alternatives -> Rescoring.best(alternatives, usual));
    }

    private VoskRecogniser(Recognizer recogniser, int alternatives, Function<List<Alternative>, Transcript> choice) {
        this.recogniser = recogniser;
        this.choice = choice;
        this.handle = Pointer.nativeValue(recogniser.getPointer());
        VoskNative.vosk_recognizer_set_words(handle, true);
        VoskNative.vosk_recognizer_set_max_alternatives(handle, alternatives);
    }

    @Override
    public boolean accept(short[] pcm, int length) {
        requireOpen();
        for (int done = 0; done < length; done += MAX_SAMPLES) {
            give(pcm, done, Math.min(MAX_SAMPLES, length - done));
        }
        return length > 0 && refresh();
    }

    private void give(short[] pcm, int offset, int length) {
        samples.write(0, pcm, offset, length);
        if (VoskNative.vosk_recognizer_accept_waveform_s(handle, address, length) < 0) {
            throw new IllegalStateException("Vosk: the recogniser failed on " + length + " samples");
        }
        samplesHeard += length;
    }

    /** Reads the partial result; a string is made only when it is another than before. */
    private boolean refresh() {
        Pointer result = result(VoskNative.vosk_recognizer_partial_result(handle));
        int length = length(result);
        if (fresh.length < length) {
            fresh = new byte[2 * length];
        }
        result.read(0, fresh, 0, length);
        if (Arrays.equals(json, 0, jsonLength, fresh, 0, length)) {
            return false;
        }
        byte[] old = json;
        json = fresh;
        fresh = old;
        jsonLength = length;
        partial = Spelling.toDomain(VoskJson.partial(text(json, length)));
        return true;
    }

    @Override
    public String partial() {
        return partial;
    }

    @Override
    public Transcript finish() {
        requireOpen();
        Transcript transcript = transcript(VoskNative.vosk_recognizer_final_result(handle));
        forget();
        return transcript;
    }

    /** Vosk's own reset leaves sound of the old utterance in its pipeline, where the next one would begin with it. */
    @Override
    public void reset() {
        requireOpen();
        VoskNative.vosk_recognizer_final_result(handle);
        forget();
    }

    private void forget() {
        partial = "";
        jsonLength = 0;
        utteranceStart = samplesHeard;
    }

    private Transcript transcript(long result) {
        Pointer pointer = result(result);
        int length = length(pointer);
        return choice.apply(
                VoskJson.alternatives(text(pointer.getByteArray(0, length), length), utteranceStart / RATE_HZ));
    }

    private static Pointer result(long address) {
        if (address == 0) {
            throw new IllegalStateException("Vosk: no result");
        }
        return new Pointer(address);
    }

    private static int length(Pointer zeroTerminated) {
        return (int) zeroTerminated.indexOf(0, (byte) 0);
    }

    private static String text(byte[] utf8, int length) {
        return new String(utf8, 0, length, StandardCharsets.UTF_8);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("Vosk: recogniser used after close");
        }
    }

    /** Frees the recogniser; a second call does nothing, where Vosk's own would crash the process. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            recogniser.close();
            samples.close();
        }
    }
}
