package skylark.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import skylark.audio.hear.PhraseList;
import skylark.audio.hear.SileroDetector;
import skylark.audio.hear.VoskModel;
import skylark.audio.voice.CachedSynthesiser;
import skylark.audio.voice.MarySynthesiser;
import skylark.config.Settings;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.models.onnx.Provider;
import skylark.models.store.ModelStore;
import skylark.nlg.compose.ModelFolder;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.understand.DomainUnderstander;
import skylark.nlg.understand.Understander;
import skylark.stage.NanoClock;

/** Everything that is loaded from disk, one copy each, at once and in parallel. */
final class Models implements AutoCloseable {
    /** Two minutes of speech at 2 bytes a sample: 4 MB. */
    private static final int PHRASE_CACHE_SAMPLES = 120 * 16_000;

    final OrtSessions sessions;
    final VoskModel vosk;
    final PhraseList phrases;
    final Understander understander;
    final ReplyComposer composer;
    final ReplyWriter writer;
    private final ModelStore store;
    private final ModelFolder folder;
    private final boolean cached;

    private Models(Settings settings, ExecutorService loaders) {
        store = ModelStore.at(settings.models().dir());
        sessions = new OrtSessions(onnx(settings));
        folder = ModelFolder.builtIn();
        composer = ReplyComposer.of(
                folder, SpeechProfile.valueOf(settings.speech().profile().toUpperCase(java.util.Locale.ROOT)));
        cached = settings.speech().cache();
        var voice = CompletableFuture.runAsync(() -> MarySynthesiser.open().close(), loaders);
        var hearing = CompletableFuture.supplyAsync(() -> VoskModel.load(store.require("vosk-small-en-us")), loaders);
        var language = CompletableFuture.supplyAsync(this::openWriter, loaders);
        var meaning = CompletableFuture.supplyAsync(
                () -> DomainUnderstander.open(settings.models().dir()), loaders);
        vosk = hearing.join();
        phrases = PhraseList.ofDomain(vosk.vocabulary());
        writer = language.join();
        understander = meaning.join();
        voice.join();
    }

    /** Loads all; what is missing or broken is a one-line {@code BadInputException}. */
    static Models load(Settings settings) {
        ExecutorService loaders = Executors.newFixedThreadPool(2);
        try {
            return new Models(settings, loaders);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            loaders.shutdownNow();
        }
    }

    ReplyWriter openWriter() {
        return ReplyWriter.open(folder, sessions, composer, NanoClock.SYSTEM);
    }

    SileroDetector openDetector() {
        return new SileroDetector(sessions, store.require("silero-vad").resolve("silero_vad_v5.onnx"));
    }

    CachedSynthesiser openVoice() {
        return new CachedSynthesiser(MarySynthesiser.open(), cached ? PHRASE_CACHE_SAMPLES : 0);
    }

    @Override
    public void close() {
        writer.close();
        vosk.close();
    }

    private static OnnxSettings onnx(Settings settings) {
        List<Provider> chain =
                settings.models().providers().stream().map(Provider::of).toList();
        return new OnnxSettings(settings.models().threads(), chain, null);
    }
}
