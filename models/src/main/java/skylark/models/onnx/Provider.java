package skylark.models.onnx;

import java.util.Locale;
import skylark.domain.BadInputException;

/** Where a model is computed. A configured chain of these is tried in its order. */
public enum Provider {
    TENSORRT(true),
    CUDA(true),
    CPU(false);

    private final boolean needsCudaDriver;

    Provider(boolean needsCudaDriver) {
        this.needsCudaDriver = needsCudaDriver;
    }

    boolean needsCudaDriver() {
        return needsCudaDriver;
    }

    /** The word in the configuration and in the log. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a word of the configuration.
     *
     * @throws BadInputException if it names no provider
     */
    public static Provider of(String word) {
        for (Provider provider : values()) {
            if (provider.word().equals(word)) {
                return provider;
            }
        }
        throw new BadInputException("'" + word + "': no such provider, expected tensorrt, cuda or cpu");
    }
}
