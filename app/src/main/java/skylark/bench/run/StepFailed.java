package skylark.bench.run;

import java.io.Serial;

/** Something that was to be measured could not be; the message is one line that names it. */
public final class StepFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public StepFailed(String message) {
        super(message);
    }
}
