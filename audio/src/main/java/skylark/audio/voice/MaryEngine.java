package skylark.audio.voice;

import java.util.List;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSParameterGeneration;
import marytts.htsengine.HTSUttModel;
import marytts.modules.HTSEngine;
import marytts.unitselection.select.Target;
import org.w3c.dom.Element;

/** MaryTTS's HMM engine, from phones to samples, opened where the library keeps it shut. */
final class MaryEngine extends HTSEngine {

    /** Speaks the phones into {@code sink}, on the calling thread. */
    void speak(List<Target> targets, List<Element> phones, HMMData voice, MaryVocoder.SampleSink sink)
            throws Exception {
        HTSUttModel utterance = processTargetList(targets, phones, voice);
        HTSParameterGeneration parameters = new HTSParameterGeneration();
        parameters.htsMaximumLikelihoodParameterGeneration(utterance, voice);
        new MaryVocoder().vocode(parameters, voice, sink);
    }
}
