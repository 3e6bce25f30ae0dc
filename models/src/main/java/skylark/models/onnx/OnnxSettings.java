package skylark.models.onnx;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/**
 * How sessions are made.
 *
 * @param intraOpThreads threads that share one operator, 1 to 64; with 1 the caller computes alone
 * @param providers tried in this order; the processor comes last whether named or not
 * @param profilePrefix where ONNX Runtime writes its profile (a JSON trace per session), or null for none
 * @param optimised the folder where optimised models are kept between starts, or null for none
 */
public record OnnxSettings(
        int intraOpThreads, List<Provider> providers, @Nullable Path profilePrefix, @Nullable Path optimised) {
    private static final int MOST_THREADS = 64;

    public OnnxSettings {
        if (intraOpThreads < 1 || intraOpThreads > MOST_THREADS) {
            throw new BadInputException("intra-op threads: expected 1 to " + MOST_THREADS + ", got " + intraOpThreads);
        }
        providers = List.copyOf(providers);
    }

    /** One thread, the whole provider chain, no profile. */
    public static OnnxSettings defaults() {
        return new OnnxSettings(1, List.of(Provider.TENSORRT, Provider.CUDA, Provider.CPU), null, null);
    }

    /** One thread on the processor: for small models, where the way to a GPU costs more than it saves. */
    public static OnnxSettings cpu() {
        return new OnnxSettings(1, List.of(Provider.CPU), null, null);
    }

    public OnnxSettings withIntraOpThreads(int threads) {
        return new OnnxSettings(threads, providers, profilePrefix, optimised);
    }

    public OnnxSettings withProfile(Path prefix) {
        return new OnnxSettings(intraOpThreads, providers, prefix, optimised);
    }

    /** Keeps optimised models in this folder. */
    public OnnxSettings withOptimised(Path folder) {
        return new OnnxSettings(intraOpThreads, providers, profilePrefix, folder);
    }
}
