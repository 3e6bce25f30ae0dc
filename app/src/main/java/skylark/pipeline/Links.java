package skylark.pipeline;

import java.util.List;
import skylark.stage.Doorbell;
import skylark.stage.Link;

/** The bounded links between the stages, each with the doorbell of the stage that polls it. */
final class Links {
    final Doorbell hearingBell = new Doorbell();
    final Doorbell openEarBell = new Doorbell();
    final Doorbell understandingBell = new Doorbell();
    final Doorbell tokenizerBell = new Doorbell();
    final Doorbell generatorBell = new Doorbell();
    final Doorbell voiceBell = new Doorbell();
    final Doorbell playbackBell = new Doorbell();

    /** Four seconds of sound: more is not worth hearing late. */
    final Link<Frame> frames = new Link<>("frames", 128, hearingBell);

    final Link<OpenEarMessage> openEar = new Link<>("open-ear", 128, openEarBell);
    final Link<MindMessage> understanding = new Link<>("understanding", 256, understandingBell);
    final Link<Draft> tokenizer = new Link<>("tokenizer", 32, tokenizerBell);
    final Link<Draft> generator = new Link<>("generator", 32, generatorBell);
    final Link<Clause> voice = new Link<>("voice", 64, voiceBell);
    final Link<PlaybackMessage> playback = new Link<>("playback", 64, playbackBell);

    List<Link<?>> all() {
        return List.of(frames, openEar, understanding, tokenizer, generator, voice, playback);
    }
}
