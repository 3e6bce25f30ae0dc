package skylark.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.models.onnx.Provider;
import skylark.models.store.ModelStore;
import skylark.nlg.compose.ExportedModel;
import skylark.nlg.compose.ModelFolder;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.reply.SpeechProfile;
import skylark.stage.NanoClock;

/**
 * Which model writes the replies: the program's own, or an imported one by {@code nlg.model}. One of ours brings its own
 * table of prompts ({@code prompt.json}); any other is asked in plain text, by the table that is built in. Immutable.
 */
public final class LanguageModel {
    /** Beside the models; a name with a dot is none of theirs. */
    private static final String OPTIMISED = ".optimised";

    private final ModelFolder own;
    private final @Nullable ExportedModel exported;
    private final OrtSessions sessions;
    private final ReplyComposer composer;
    private final @Nullable Path large;

    private LanguageModel(ModelFolder own, @Nullable ExportedModel exported, Settings settings) {
        this.own = own;
        this.exported = exported;
        large = settings.nlg().large().orElse(null);
        sessions = new OrtSessions(onnx(settings));
        composer = ReplyComposer.of(own, SpeechProfile.of(settings.speech().profile()));
    }

    /**
     * Finds the files; nothing is loaded yet.
     *
     * @throws BadInputException if there is no such model
     */
    public static LanguageModel of(Settings settings) {
        String name = settings.nlg().model();
        return name.isEmpty()
                ? new LanguageModel(ModelFolder.builtIn(), null, settings)
                : in(ModelStore.at(settings.models().dir()).require(name), settings);
    }

    /**
     * Loads a model from a folder once, and lets it write.
     *
     * @throws BadInputException in one line if it cannot be used
     */
    public static void tryOut(Path folder, Settings settings) {
        in(folder, settings).open().close();
    }

    private static LanguageModel in(Path folder, Settings settings) {
        return ModelFolder.isOurs(folder)
                ? new LanguageModel(ModelFolder.of(folder), null, settings)
                : new LanguageModel(ModelFolder.builtIn(), ExportedModel.of(folder), settings);
    }

    /** Sessions as the settings want them. */
    static OnnxSettings onnx(Settings settings) {
        var providers = settings.models().providers().stream().map(Provider::of).toList();
        return new OnnxSettings(
                settings.models().threads(),
                providers,
                settings.nlg().profile().orElse(null),
                settings.models().dir().resolve(OPTIMISED));
    }

    /**
     * Loads the larger model of {@code nlg.large}, if the settings name one and the usual one is ours.
     *
     * @throws BadInputException if it cannot be used beside the usual one
     */
    public @Nullable ReplyWriter openLarge() {
        Path folder = large;
        if (folder == null || exported != null) {
            return null;
        }
        ModelFolder larger = ModelFolder.of(folder);
        if (!larger.hasTokensOf(own)) {
            throw new BadInputException("nlg.large: " + folder + ": expected the tokenizer of the usual model");
        }
        return ReplyWriter.open(larger, sessions, composer, NanoClock.SYSTEM);
    }

    public ReplyComposer composer() {
        return composer;
    }

    /**
     * Loads the model; each writer has a session of its own.
     *
     * @throws BadInputException in one line: which file, what is wrong, what was expected
     */
    public ReplyWriter open() {
        return exported == null
                ? ReplyWriter.open(own, sessions, composer, NanoClock.SYSTEM)
                : ReplyWriter.open(exported, sessions, composer, NanoClock.SYSTEM);
    }
}
