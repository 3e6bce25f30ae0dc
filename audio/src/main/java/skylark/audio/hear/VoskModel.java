package skylark.audio.hear;

import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vosk.Model;
import org.vosk.Recognizer;
import skylark.domain.BadInputException;

/**
 * One copy of the acoustic model and the graph, which any number of recognisers share. Safe for use by all threads;
 * close it after its recognisers.
 */
public final class VoskModel implements AutoCloseable {
    private static final float RATE_HZ = 16_000;
    private static final List<String> PARTS = List.of("am/final.mdl", "conf/mfcc.conf", "graph/words.txt");

    private final Path folder;
    private final Model model;
    private boolean closed;

    private VoskModel(Path folder, Model model) {
        this.folder = folder;
        this.model = model;
    }

    /**
     * Loads a model, which takes 0.4 to 0.8 s.
     *
     * @param folder with am, conf, graph and ivector in it
     * @throws BadInputException when it is not such a folder
     */
    public static VoskModel load(Path folder) {
        for (String part : PARTS) {
            if (!Files.isReadable(folder.resolve(part))) {
                throw new BadInputException(folder.resolve(part) + ": missing, expected a Vosk model in " + folder);
            }
        }
        VoskNative.load();
        try (WideBeam wide = WideBeam.over(folder)) {
            return new VoskModel(folder, new Model(wide.folder().toString()));
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot be loaded, expected a Vosk model", e);
        }
    }

    /** A recogniser of anything in the model's language. */
    public VoskRecogniser open() {
        try {
            return VoskRecogniser.of(new Recognizer(model, RATE_HZ));
        } catch (IOException e) {
            throw new IllegalStateException(folder + ": Vosk made no recogniser", e);
        }
    }

    /** A recogniser of sentences made of what {@code phrases} are made of; all else is {@code [unk]} to it. */
    public VoskRecogniser of(PhraseList phrases) {
        var recogniser = new Recognizer(model, RATE_HZ, phrases.grammar());
        if (Pointer.nativeValue(recogniser.getPointer()) == 0) {
            throw new IllegalStateException(folder + ": Vosk made no recogniser of " + phrases.size() + " phrases");
        }
        return VoskRecogniser.of(recogniser, phrases.sentenceModel());
    }

    /** The words that the model knows. */
    public Vocabulary vocabulary() {
        return vocabulary(folder);
    }

    /**
     * The words that the model in a folder knows, without loading it.
     *
     * @throws BadInputException when it is not such a folder
     */
    public static Vocabulary vocabulary(Path folder) {
        return Vocabulary.read(folder.resolve("graph/words.txt"));
    }

    /** Frees the model; a second call does nothing, where Vosk's own would crash the process. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            model.close();
        }
    }
}
