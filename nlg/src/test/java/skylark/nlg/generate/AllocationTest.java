package skylark.nlg.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import skylark.stage.NanoClock;

/** What a token costs in memory of ours: nothing. ONNX Runtime's own is left out by decoders that compute nothing. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 2_000;
    private static final int FEW = 2;
    private static final int MANY = 40;
    private static final int NO_EOS = -1;
    private static final long[] PROMPT = {1, 2, 3};

    private final OnnxGenerator generator = new OnnxGenerator(new IdleDecoder(), NO_EOS, NanoClock.SYSTEM, false);

    @Test
    void shouldAllocateNothingForAToken() {
        long few = bytes(new AnyToken(), FEW);

        assertThat(bytes(new AnyToken(), MANY) - few).isLessThan(MANY - FEW);
    }

    @Test
    void shouldAllocateNothingForAConstrainedToken() {
        boolean[] text = new boolean[16];
        java.util.Arrays.fill(text, true);
        TokenConstraint plain = new PlainConstraint(text, 15, List.of());

        long few = bytes(plain, FEW);

        assertThat(bytes(plain, MANY) - few).isLessThan(MANY - FEW);
    }

    /** Of one generation, at the mean of many, after as many to warm up. */
    private long bytes(TokenConstraint allowed, int tokens) {
        CancelFlag cancel = CancelFlag.open();
        TokenSink sink = id -> {};
        long before = 0;
        for (int i = 0; i < 2 * ROUNDS; i++) {
            if (i == ROUNDS) {
                before = allocated();
            }
            generator.generate(PROMPT, allowed, tokens, sink, cancel);
        }
        return (allocated() - before) / ROUNDS;
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static final class IdleDecoder extends CountingDecoder {
        @Override
        public void forward(long[] ids, int from, int count) {
            length += count;
        }
    }
}
