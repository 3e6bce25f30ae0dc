package skylark.nlg.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skylark.domain.BadInputException;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.generate.Generation.Finish;
import skylark.stage.NanoClock;

/** Decoders by the names of Hugging Face's exporter say the same as the plain reference, token for token. */
class ExportedDecoderTest {
    private static final OrtSessions SESSIONS = new OrtSessions(OnnxSettings.cpu());
    private static final int NO_EOS = -1;
    private static final int SEED = 7;

    @ParameterizedTest
    @CsvSource({"false,true", "false,false", "true,true", "true,false"})
    void shouldSayWhatTheReferenceSays(boolean llama, boolean past) {
        ReferenceDecoder reference = reference(llama);
        try (OnnxGenerator generator = open(llama, past)) {
            for (long[] prompt : prompts(25)) {
                assertThat(said(generator, prompt, 20)).isEqualTo(reference.greedy(prompt, 20, NO_EOS));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldComputeOnlyWhereAPromptDiffers(boolean llama) {
        ReferenceDecoder reference = reference(llama);
        Random random = new Random(SEED);
        try (OnnxGenerator generator = open(llama, true)) {
            long[] last = prompts(1).get(0);
            for (int i = 0; i < 30; i++) {
                last = changed(last, random);

                assertThat(said(generator, last, 6)).isEqualTo(reference.greedy(last, 6, NO_EOS));
            }
        }
    }

    @Test
    void shouldRunOnlyTheNewIdsOfALongerPrompt() {
        CountingDecoder decoder = new CountingDecoder();
        OnnxGenerator generator = new OnnxGenerator(decoder, NO_EOS, NanoClock.SYSTEM, true);

        said(generator, new long[] {1, 2, 3, 4}, 1);
        said(generator, new long[] {1, 2, 3, 4, 5, 6}, 1);
        said(generator, new long[] {1, 2, 9}, 1);
        said(generator, new long[] {1, 2, 9}, 1);

        assertThat(decoder.runs).containsExactly(4, 2, 1, 1);
    }

    @Test
    void shouldTakeALongPromptInPieces() {
        long[] prompt = prompts(1, 200, 200).get(0);
        try (OnnxGenerator generator = open(true, true)) {
            assertThat(said(generator, prompt, 4)).isEqualTo(reference(true).greedy(prompt, 4, NO_EOS));
        }
    }

    @Test
    void shouldGoOnAfterACancellation() {
        long[] prompt = prompts(1).get(0);
        try (OnnxGenerator generator = open(false, true)) {
            CancelFlag cancel = CancelFlag.open();
            Generation cut = generator.generate(prompt, new AnyToken(), 9, id -> cancel.cancel(), cancel);

            assertThat(cut.finish()).isEqualTo(Finish.CANCELLED);
            assertThat(said(generator, prompt, 9)).isEqualTo(reference(false).greedy(prompt, 9, NO_EOS));
        }
    }

    @Test
    void shouldCountFaultsOfWeightsThatAreNoNumbers() {
        Weights weights = ExportedGraph.weights(false, SEED);
        Arrays.fill(weights.get("ln.shift"), Float.NaN);
        try (OnnxGenerator generator = open(ExportedGraph.gpt2(weights, true))) {
            Generation generation =
                    generator.generate(prompts(1).get(0), new AnyToken(), 4, id -> {}, CancelFlag.open());

            assertThat(generation.finish()).isEqualTo(Finish.FAULT);
            assertThat(generator.faults()).isEqualTo(1);
        }
    }

    @Test
    void shouldNameWhatIsNoDecoder() {
        GraphWriter graph = new GraphWriter();
        graph.input("pixels", GraphWriter.FLOAT, "n");
        graph.output("logits", GraphWriter.FLOAT, "n");
        graph.add("Neg", List.of("pixels"), java.util.Map.of(), "logits");

        assertThatThrownBy(() -> open(graph.model()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected the inputs input_ids")
                .hasMessageContaining("pixels");
    }

    private static ReferenceDecoder reference(boolean llama) {
        Weights weights = ExportedGraph.weights(llama, SEED);
        return llama
                ? new ReferenceLlama(weights, ExportedGraph.LAYERS, ExportedGraph.HEADS, ExportedGraph.KEY_HEADS)
                : new ReferenceGpt2(
                        weights, ExportedGraph.LAYERS, ExportedGraph.HEADS, 1 / Math.sqrt(ExportedGraph.SIZE));
    }

    private static OnnxGenerator open(boolean llama, boolean past) {
        Weights weights = ExportedGraph.weights(llama, SEED);
        return open(llama ? ExportedGraph.llama(weights, past) : ExportedGraph.gpt2(weights, past));
    }

    private static OnnxGenerator open(byte[] model) {
        return OnnxGenerator.exported(SESSIONS.open("tiny", model), ExportedGraph.CONTEXT, NO_EOS, NanoClock.SYSTEM);
    }

    private static List<Integer> said(Generator generator, long[] prompt, int most) {
        List<Integer> said = new ArrayList<>();
        generator.generate(prompt, new AnyToken(), most, said::add, CancelFlag.open());
        return said;
    }

    private static List<long[]> prompts(int count) {
        return prompts(count, 1, 90);
    }

    private static List<long[]> prompts(int count, int least, int most) {
        Random random = new Random(SEED);
        List<long[]> prompts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = least + random.nextInt(most - least + 1);
            prompts.add(random.longs(length, 0, ExportedGraph.VOCABULARY).toArray());
        }
        return prompts;
    }

    /** As an operator's words grow and are taken back. */
    private static long[] changed(long[] prompt, Random random) {
        int kept = random.nextInt(prompt.length + 1);
        long[] next = Arrays.copyOf(prompt, kept + 1 + random.nextInt(6));
        for (int i = kept; i < next.length; i++) {
            next[i] = random.nextInt(ExportedGraph.VOCABULARY);
        }
        return next;
    }
}
