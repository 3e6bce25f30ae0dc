package skylark.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.PhraseList;
import skylark.audio.hear.SileroDetector;
import skylark.audio.hear.VoskModel;
import skylark.audio.hear.VoskRecogniser;
import skylark.audio.voice.CachedSynthesiser;
import skylark.audio.voice.MarySynthesiser;
import skylark.config.Settings;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.models.store.ModelStore;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.understand.DomainUnderstander;

/** Everything that is loaded from disk, one copy each, at once and in parallel. */
final class Models implements AutoCloseable {
    /** Two minutes of speech at 2 bytes a sample: 4 MB. */
    private static final int PHRASE_CACHE_SAMPLES = 120 * 16_000;

    final OrtSessions sessions;
    final VoskModel vosk;
    final PhraseList phrases;
    final DomainUnderstander understander;
    final ReplyComposer composer;
    final ReplyWriter writer;
    final @Nullable ReplyWriter large;
    private @Nullable VoskRecogniser firstEar;
    private final ModelStore store;
    private final LanguageModel language;
    private final boolean cached;

    private Models(Settings settings, ExecutorService loaders) {
        store = ModelStore.at(settings.models().dir());
        sessions = new OrtSessions(OnnxSettings.cpu());
        language = LanguageModel.of(settings);
        composer = language.composer();
        cached = settings.speech().cache();
        Path ear = store.require("vosk-small-en-us");
        var hearing = CompletableFuture.supplyAsync(() -> VoskModel.load(ear), loaders);
        var sentences = CompletableFuture.supplyAsync(() -> PhraseList.ofDomain(VoskModel.vocabulary(ear)), loaders);
        var meaning = CompletableFuture.supplyAsync(
                () -> DomainUnderstander.open(settings.models().dir()), loaders);
        var listening = hearing.thenCombineAsync(sentences, VoskModel::of, loaders);
        var writing = CompletableFuture.supplyAsync(this::openWriter, loaders);
        var voice = CompletableFuture.runAsync(() -> MarySynthesiser.open().close(), loaders);
        vosk = hearing.join();
        phrases = sentences.join();
        firstEar = listening.join();
        writer = writing.join();
        large = language.openLarge();
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
        return language.open();
    }

    /** The recogniser of the domain's sentences; making one takes 0.4 s, but for the first. One thread at a time. */
    VoskRecogniser openEar() {
        VoskRecogniser first = firstEar;
        firstEar = null;
        return first == null ? vosk.of(phrases) : first;
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
        if (large != null) {
            large.close();
        }
        vosk.close();
    }
}
