package skylark.pipeline;

import java.util.function.UnaryOperator;
import skylark.stage.Link;

/** A stage's way out, by which it can be made to flood and to lie. */
final class FaultyLink<T> extends Link<T> {
    private final String stage;
    private final UnaryOperator<T> lie;
    private final Injection injection;

    FaultyLink(String stage, Link<T> link, UnaryOperator<T> lie, Injection injection) {
        super(link);
        this.stage = stage;
        this.lie = lie;
        this.injection = injection;
    }

    @Override
    public boolean offer(T message) {
        if (injection.does(stage, Fault.Kind.LYING)) {
            T lied = lie.apply(message);
            if (lied != message) {
                injection.begin();
            }
            return super.offer(lied);
        }
        boolean taken = super.offer(message);
        if (injection.does(stage, Fault.Kind.FLOODING)) {
            injection.begin();
            for (int i = 1; i < Injection.COPIES; i++) {
                super.offer(message);
            }
        }
        return taken;
    }
}
