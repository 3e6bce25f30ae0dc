package skylark.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import skylark.pipeline.Injection;
import skylark.replay.Recording;
import skylark.replay.TurnPlayer;
import skylark.replay.TurnRecord;

/** Lets a stage fail from one of the recordings on. Belongs to one thread. */
public final class FaultyPlayer implements TurnPlayer {
    private final TurnPlayer player;
    private final Injection injection;
    private int left;

    /** @param soundTurns how many recordings are played before */
    public FaultyPlayer(TurnPlayer player, Injection injection, int soundTurns) {
        this.player = player;
        this.injection = injection;
        this.left = soundTurns;
    }

    @Override
    public TurnRecord play(Recording recording, @Nullable Path replyWav) {
        if (left-- == 0) {
            injection.arm();
        }
        return player.play(recording, replyWav);
    }

    @Override
    public void close() {
        player.close();
    }
}
