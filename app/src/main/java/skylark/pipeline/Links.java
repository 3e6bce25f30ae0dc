package skylark.pipeline;

import java.util.List;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.NanoClock;

/**
 * The bounded links between the stages, each with the doorbell of the stage that polls it, with the customs that its
 * messages must pass, and with an entrance for each stage that is counted by it.
 */
final class Links {
    final Doorbell hearingBell;
    final Doorbell openEarBell;
    final Doorbell understandingBell;
    final Doorbell tokenizerBell;
    final Doorbell generatorBell;
    final Doorbell voiceBell;
    final Doorbell playbackBell;

    /** Four seconds of sound: more is not worth hearing late. */
    final Link<Frame> frames;

    final Link<OpenEarMessage> openEar;
    final Link<MindMessage> understanding;
    final Link<Draft> tokenizer;
    final Link<Draft> generator;
    final Link<Clause> voice;
    final Link<PlaybackMessage> playback;

    final Link<Frame> framesOfCapture;
    final Link<OpenEarMessage> openEarOfHearing;
    final Link<MindMessage> mindOfHearing;
    final Link<MindMessage> mindOfOpenEar;
    final Link<MindMessage> mindOfPlayback;
    final Link<Draft> draftsOfMind;
    final Link<PlaybackMessage> playbackOfMind;
    final Link<Draft> draftsOfTokenizer;
    final Link<Clause> clausesOfGenerator;

    Links(Customs customs, Injection injection, NanoClock clock) {
        hearingBell = new Doorbell(clock);
        openEarBell = new Doorbell(clock);
        understandingBell = new Doorbell(clock);
        tokenizerBell = new Doorbell(clock);
        generatorBell = new Doorbell(clock);
        voiceBell = new Doorbell(clock);
        playbackBell = new Doorbell(clock);
        frames = new Link<>("frames", 128, hearingBell, customs::frame);
        openEar = new Link<>("open-ear", 128, openEarBell, message -> true);
        understanding = new Link<>("understanding", 256, understandingBell, customs::mind);
        tokenizer = new Link<>("tokenizer", 32, tokenizerBell, customs::draft);
        generator = new Link<>("generator", 32, generatorBell, customs::prompt);
        voice = new Link<>("voice", 64, voiceBell, customs::clause);
        playback = new Link<>("playback", 64, playbackBell, customs::playback);
        framesOfCapture = injection.outlet("capture", frames.entrance(), Lies::none);
        openEarOfHearing = injection.outlet("hearing", openEar.entrance(), Lies::none);
        mindOfHearing = injection.outlet("hearing", understanding.entrance(), Lies::byHearing);
        mindOfOpenEar = injection.outlet("open-ear", understanding.entrance(), Lies::byOpenEar);
        mindOfPlayback = injection.outlet("playback", understanding.entrance(), Lies::none);
        draftsOfMind = injection.outlet("understanding", tokenizer.entrance(), Lies::byUnderstanding);
        playbackOfMind = injection.outlet("understanding", playback.entrance(), Lies::none);
        draftsOfTokenizer = injection.outlet("tokenizer", generator.entrance(), Lies::byTokenizer);
        clausesOfGenerator = injection.outlet("generator", voice.entrance(), Lies::byGenerator);
    }

    List<Link<?>> all() {
        return List.of(frames, openEar, understanding, tokenizer, generator, voice, playback);
    }
}
