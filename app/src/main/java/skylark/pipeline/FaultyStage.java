package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.stage.Intake;
import skylark.stage.Stage;

/** A stage that can be made to fail. Belongs to the stage's thread. */
final class FaultyStage implements Stage {
    private static final long STARVED_IDLE_NS = 100_000_000;

    private final Stage stage;
    private final Intake intake;
    private final Injection injection;

    FaultyStage(Stage stage, Intake intake, Injection injection) {
        this.stage = stage;
        this.intake = intake;
        this.injection = injection;
    }

    @Override
    public String roleName() {
        return stage.roleName();
    }

    @Override
    public void onStart() {
        stage.onStart();
    }

    @Override
    public int doWork(long nowNs) throws Exception {
        if (injection.does(roleName(), Fault.Kind.STARVED)) {
            if (intake.waits()) {
                injection.begin();
            }
            return 0;
        }
        long before = intake.taken();
        int done = stage.doWork(nowNs);
        if (portless() && intake.taken() != before) {
            injection.strike(roleName());
        }
        return done;
    }

    /** Others are struck in the middle of their work, where they call what they are made of. */
    private boolean portless() {
        return roleName().equals("hearing") || roleName().equals("open-ear");
    }

    @Override
    public long idleNs() {
        return injection.does(roleName(), Fault.Kind.STARVED) ? STARVED_IDLE_NS : stage.idleNs();
    }

    @Override
    public @Nullable String complaint(long nowNs) {
        return stage.complaint(nowNs);
    }

    @Override
    public void onClose() {
        stage.onClose();
    }
}
