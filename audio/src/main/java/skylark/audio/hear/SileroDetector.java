package skylark.audio.hear;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import skylark.models.onnx.ElementType;
import skylark.models.onnx.OnnxCall;
import skylark.models.onnx.OnnxSession;
import skylark.models.onnx.OrtSessions;
import skylark.models.onnx.Tensor;

/**
 * Silero VAD, version 5: a recurrent network that sees a frame of 512 samples behind the 64 samples before it, and
 * carries a state of 2 x 1 x 128 from frame to frame. Two calls take turns, so that the state that one writes is the
 * state that the other reads. Nothing is allocated per frame.
 */
public final class SileroDetector implements SpeechDetector {
    private static final int CONTEXT_SAMPLES = 64;
    private static final int INPUT_SAMPLES = CONTEXT_SAMPLES + FRAME_SAMPLES;
    private static final float FULL_SCALE = 32768f;

    private final OnnxSession session;
    private final Tensor input = Tensor.fixed(ElementType.FLOAT32, 1, INPUT_SAMPLES);
    private final Tensor output = Tensor.fixed(ElementType.FLOAT32, 1, 1);
    private final Tensor rate = Tensor.fixed(ElementType.INT64);
    private final Tensor[] states = {state(), state()};
    private final OnnxCall[] calls;
    private final FloatBuffer in = input.floats();
    private final FloatBuffer out = output.floats();
    private final float[] window = new float[INPUT_SAMPLES];
    private int turn;

    /**
     * @param model silero_vad_v5.onnx
     * @throws skylark.domain.BadInputException when it is missing, corrupt or another model
     */
    public SileroDetector(OrtSessions sessions, Path model) {
        session = sessions.open(model);
        rate.longs().put(0, 16_000);
        calls = new OnnxCall[] {call(states[0], states[1]), call(states[1], states[0])};
    }

    @Override
    public float speechProbability(short[] samples, int offset) {
        System.arraycopy(window, FRAME_SAMPLES, window, 0, CONTEXT_SAMPLES);
        for (int i = 0; i < FRAME_SAMPLES; i++) {
            window[CONTEXT_SAMPLES + i] = samples[offset + i] / FULL_SCALE;
        }
        in.put(0, window);
        calls[turn].run();
        turn ^= 1;
        return out.get(0);
    }

    @Override
    public void reset() {
        Arrays.fill(window, 0);
        for (Tensor state : states) {
            FloatBuffer floats = state.floats();
            while (floats.hasRemaining()) {
                floats.put(0);
            }
        }
    }

    @Override
    public void close() {
        session.close();
        input.close();
        output.close();
        rate.close();
        states[0].close();
        states[1].close();
    }

    private OnnxCall call(Tensor before, Tensor after) {
        return session.call()
                .input("input", input)
                .input("state", before)
                .input("sr", rate)
                .output("output", output)
                .output("stateN", after);
    }

    private static Tensor state() {
        return Tensor.fixed(ElementType.FLOAT32, 2, 1, 128);
    }
}
