package skylark.replay;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/** Plays recordings through the pipeline, one after the other. Belongs to one thread. */
public interface TurnPlayer extends AutoCloseable {

    /**
     * Plays one, and waits until its reply has been spoken or the turn has failed.
     *
     * @param replyWav where the reply's sound is to be kept; null to drop it
     * @throws BadInputException when the recording cannot be read after all
     */
    TurnRecord play(Recording recording, @Nullable Path replyWav);

    @Override
    void close();
}
