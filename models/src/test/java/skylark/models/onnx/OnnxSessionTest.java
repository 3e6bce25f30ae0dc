package skylark.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skylark.domain.BadInputException;

class OnnxSessionTest {
    private static final OrtSessions SESSIONS = new OrtSessions(OnnxSettings.cpu());
    private static final int MAX_LENGTH = 16;
    private static final int ROUNDS = 3_000;

    private final OnnxSession decoder = SESSIONS.open("toy_decoder", toy("toy_decoder.onnx"));
    private final Tensor ids = Tensor.growing(ElementType.INT64, MAX_LENGTH, 1, -1);
    private final Tensor even = cache();
    private final Tensor odd = cache();
    private final Tensor logits = Tensor.fixed(ElementType.FLOAT32, 1, 1, 2);
    private final FloatBuffer logitValues = logits.floats();
    private final LongBuffer idValues = ids.longs();

    @AfterEach
    void close() {
        decoder.close();
        ids.close();
        even.close();
        odd.close();
        logits.close();
    }

    @Test
    void shouldDescribeInputsAndOutputs() {
        assertThat(decoder.inputs().keySet()).containsExactly("input_ids", "past");
        assertThat(decoder.inputs().get("input_ids")).hasToString("INT64 [1, -1]");
        assertThat(decoder.outputs().get("present")).hasToString("FLOAT32 [1, 1, -1, 2]");
        assertThat(decoder.provider()).isEqualTo(Provider.CPU);
    }

    @Test
    void shouldAllocateNoMoreThanOnnxRuntimesOwnRun() throws OrtException {
        OnnxCall call = call(even.length(0), odd.length(2));
        ids.length(2);
        call.run();
        Map<String, OnnxTensor> in = new LinkedHashMap<>(Map.of("input_ids", ids.view(), "past", even.view()));
        Map<String, OnnxTensor> out = new LinkedHashMap<>(Map.of("logits", logits.view(), "present", odd.view()));
        long theirs = bytes(() -> decoder.run(in, out));

        assertThat(bytes(call::run) - theirs).isLessThan(16);
    }

    /** What one run allocates, at the mean of many, after as many to warm up. */
    private static long bytes(Runnable run) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            if (i == ROUNDS) {
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            run.run();
        }
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / ROUNDS;
    }

    @Test
    void shouldPrefillFromAnEmptyCacheAndThenTakeTurnsBetweenTwo() {
        OnnxCall toOdd = call(even, odd);
        OnnxCall toEven = call(odd, even);

        step(toOdd, even.length(0), odd.length(2), 0, 1);
        assertThat(logitValues.get(1)).isEqualTo(30f);
        step(toEven, odd, even.length(3), 2);
        assertThat(logitValues.get(1)).isEqualTo(60f);
        step(toOdd, even, odd.length(4), 2);

        assertThat(logitValues.get(0)).isEqualTo(9f);
        float[] cached = new float[8];
        odd.floats().get(cached);
        assertThat(cached).containsExactly(1, 10, 2, 20, 3, 30, 3, 30);
    }

    @Test
    void shouldRunAFixedShapeWithScalarAndStateFedBack() {
        try (OnnxSession detector = SESSIONS.open("toy_detector", toy("toy_detector.onnx"));
                Tensor frame = Tensor.fixed(ElementType.FLOAT32, 1, 4);
                Tensor rate = Tensor.fixed(ElementType.INT64);
                Tensor first = Tensor.fixed(ElementType.FLOAT32, 2, 1, 3);
                Tensor second = Tensor.fixed(ElementType.FLOAT32, 2, 1, 3);
                Tensor mean = Tensor.fixed(ElementType.FLOAT32, 1, 1)) {
            frame.floats().put(new float[] {1, 2, 3, 4});
            rate.longs().put(0, 16_000);
            OnnxCall there = detector.call().input("input", frame).input("state", first);
            there.input("sr", rate).output("output", mean).output("stateN", second);
            OnnxCall back = detector.call().input("input", frame).input("state", second);
            back.input("sr", rate).output("output", mean).output("stateN", first);

            there.run();
            back.run();

            assertThat(mean.floats().get(0)).isEqualTo(2.5f);
            assertThat(first.floats().get(5)).isEqualTo(2f);
        }
    }

    @Test
    void shouldRefuseATensorThatDoesNotFit() {
        assertThatThrownBy(() -> decoder.call().input("ids", ids))
                .isInstanceOf(BadInputException.class)
                .hasMessage("toy_decoder: has no input 'ids', only [input_ids, past]");
        assertThatThrownBy(() -> decoder.call().output("logits", even))
                .isInstanceOf(BadInputException.class)
                .hasMessage("toy_decoder: output 'logits' is FLOAT32 [1, 1, 2], expected FLOAT32 [1, 1, -1, 2]");
    }

    @Test
    void shouldSayInOneLineThatALengthDoesNotFit() {
        OnnxCall call = call(even, odd);

        assertThatThrownBy(() -> step(call, even.length(0), odd.length(5), 0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("toy_decoder: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldEndEveryRunWhileCancelled() {
        OnnxCall call = call(even, odd);
        decoder.cancel();
        assertThatThrownBy(() -> step(call, even.length(0), odd.length(1), 0))
                .isInstanceOf(CancellationException.class);

        decoder.rearm();
        step(call, even.length(0), odd.length(1), 0);
        assertThat(logitValues.get(0)).isEqualTo(1f);
    }

    @Test
    void shouldCloseOnceAndRefuseToRunAfterwards() {
        OnnxCall call = call(even, odd);
        decoder.close();
        decoder.close();
        decoder.cancel();

        assertThatThrownBy(() -> step(call, even.length(0), odd.length(1), 0))
                .isInstanceOf(IllegalStateException.class);
    }

    private OnnxCall call(Tensor past, Tensor present) {
        return decoder.call()
                .input("input_ids", ids)
                .input("past", past)
                .output("logits", logits)
                .output("present", present);
    }

    private void step(OnnxCall call, Tensor past, Tensor present, long... tokens) {
        idValues.clear().put(tokens);
        ids.length(tokens.length);
        assertThat(past).isNotSameAs(present);
        call.run();
    }

    private static Tensor cache() {
        return Tensor.growing(ElementType.FLOAT32, MAX_LENGTH, 1, 1, -1, 2);
    }

    static byte[] toy(String name) {
        try (InputStream in = OnnxSessionTest.class.getResourceAsStream(name)) {
            return java.util.Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
