package skylark.audio.voice;

import java.io.IOException;
import java.io.UncheckedIOException;
import marytts.exceptions.MaryConfigurationException;
import org.jspecify.annotations.Nullable;

/** What the voice reads from the class path, once for the process. Safe for several threads. */
record VoiceData(AcousticModel model, Pronouncer pronouncer) {
    private static @Nullable VoiceData shared;

    /**
     * @throws UncheckedIOException if a part is missing or cannot be read
     * @throws IllegalStateException if it is not what MaryTTS expects
     */
    static synchronized VoiceData load() {
        VoiceData loaded = shared;
        if (loaded == null) {
            loaded = read();
            shared = loaded;
        }
        return loaded;
    }

    private static VoiceData read() {
        try {
            return new VoiceData(new AcousticModel(), new Pronouncer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MaryConfigurationException e) {
            throw new IllegalStateException(
                    "the voice " + AcousticModel.VOICE + " cannot be loaded: " + e.getMessage(), e);
        }
    }
}
