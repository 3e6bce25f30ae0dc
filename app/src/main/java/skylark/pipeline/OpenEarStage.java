package skylark.pipeline;

import skylark.audio.hear.OpenEar;
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
        OpenEarMessage message = messages.poll();
        if (message == null) {
            return 0;
        }
        if (message instanceof Frame frame) {
            ear.accept(frame.samples, frame.index);
            lastFrame = frame.index;
        } else if (message instanceof OpenEarMessage.Command command) {
            obey(command);
        }
        return 1;
    }

    private void obey(OpenEarMessage.Command command) {
        switch (command) {
            case START -> ear.start();
            case REPORT -> report();
            case FINISH -> ear.end();
            case DISCARD -> {
                report();
                ear.end();
            }
        }
    }

    private void report() {
        mind.offer(new MindMessage.OpenlyHeard(ear.peek(), lastFrame));
    }

    @Override
    public void onClose() {
        ear.close();
    }
}
