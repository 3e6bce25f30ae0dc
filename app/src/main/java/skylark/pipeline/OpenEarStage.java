package skylark.pipeline;

import org.jspecify.annotations.Nullable;
import skylark.audio.hear.OpenEar;
import skylark.pipeline.OpenEarMessage.Command;
import skylark.stage.Link;
import skylark.stage.Stage;

/**
 * The open recogniser, which hears what is not on the phrase list. Its steps last up to 90 ms, so it has a thread of its
 * own and never holds up the endpoint.
 */
public final class OpenEarStage implements Stage {
    private final Link<OpenEarMessage> messages;
    private final OpenEar ear;
    private final Link<MindMessage> mind;
    private long lastFrame = -1;
    /** Waits until the ear has heard all that was said. */
    private @Nullable Command pending;

    OpenEarStage(Link<OpenEarMessage> messages, OpenEar ear, Link<MindMessage> mind) {
        this.messages = messages;
        this.ear = ear;
        this.mind = mind;
    }

    @Override
    public String roleName() {
        return "open-ear";
    }

    @Override
    public int doWork(long nowNs) {
        if (pending != null) {
            catchUp(pending);
            return 1;
        }
        OpenEarMessage message = messages.poll();
        if (message == null) {
            return 0;
        }
        if (message instanceof Frame frame) {
            ear.accept(frame.samples, frame.index);
            lastFrame = frame.index;
        } else if (message instanceof Command command) {
            obey(command);
        }
        return 1;
    }

    private void obey(Command command) {
        switch (command) {
            case START -> ear.start();
            case REPORT, DISCARD -> catchUp(command);
            case FINISH -> ear.end();
        }
    }

    /** One step of what is left to hear, so that no duty cycle grows with the turn; then the report. */
    private void catchUp(Command command) {
        pending = ear.catchUp() ? null : command;
        if (pending != null) {
            return;
        }
        mind.offer(new MindMessage.OpenlyHeard(ear.peek(), lastFrame));
        if (command == Command.DISCARD) {
            ear.end();
        }
    }

    @Override
    public void onClose() {
        ear.close();
    }
}
