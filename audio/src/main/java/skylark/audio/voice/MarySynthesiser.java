package skylark.audio.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marytts.LocalMaryInterface;
import marytts.datatypes.MaryXML;
import marytts.exceptions.MaryConfigurationException;
import marytts.features.FeatureRegistry;
import marytts.features.TargetFeatureComputer;
import marytts.htsengine.HMMVoice;
import marytts.modules.ModuleRegistry;
import marytts.modules.TargetFeatureLister;
import marytts.modules.synthesis.Voice;
import marytts.unitselection.select.Target;
import marytts.util.dom.MaryDomUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.traversal.TreeWalker;

/**
 * The voice cmu-slt-hsmm of MaryTTS 5.2.1. Samples leave while the vocoder makes them. The library is one for the whole
 * process; an instance belongs to one thread.
 */
public final class MarySynthesiser implements Synthesiser {
    private static final Logger LOG = LoggerFactory.getLogger(MarySynthesiser.class);
    private static final String VOICE = "cmu-slt-hsmm";

    private final LocalMaryInterface mary;
    private final HMMVoice voice;
    private final TargetFeatureLister lister;
    private final TargetFeatureComputer features;
    private final MaryEngine engine = new MaryEngine();
    private final Shaper shaper = new Shaper();
    private volatile boolean cancelled;

    private MarySynthesiser(LocalMaryInterface mary) {
        this.mary = mary;
        mary.setVoice(VOICE);
        mary.setLocale(Locale.US);
        mary.setOutputType("ACOUSTPARAMS");
        this.voice = (HMMVoice) Voice.getVoice(VOICE);
        this.lister = (TargetFeatureLister) ModuleRegistry.getModule(TargetFeatureLister.class);
        String names = voice.getHMMData().getFeatureDefinition().getFeatureNames();
        this.features = FeatureRegistry.getTargetFeatureComputer(voice, names);
    }

    /**
     * Starts the library, once for the process, and opens the voice.
     *
     * @throws IllegalStateException when its parts are not all on the class path
     */
    public static MarySynthesiser open() {
        try {
            return new MarySynthesiser(new LocalMaryInterface());
        } catch (MaryConfigurationException e) {
            throw new IllegalStateException("voice " + VOICE + ": cannot start MaryTTS: " + e.getMessage(), e);
        }
    }

    @Override
    public int synthesise(String clause, PcmSink sink) {
        cancelled = false;
        if (clause.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return 0;
        }
        shaper.begin(sink);
        try {
            List<Element> phones = phones(mary.generateXML(clause));
            List<Target> targets = lister.getListTargetFeatures(features, phones);
            engine.speak(targets, phones, voice.getHMMData(), this::onSample);
            shaper.end();
        } catch (Cancelled e) {
            LOG.trace("cancelled within '{}'", clause);
        } catch (Exception e) {
            throw new IllegalStateException("cannot speak '" + clause + "': " + e.getMessage(), e);
        }
        return shaper.handedOver();
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        cancel(); // the library lives as long as the process
    }

    private void onSample(double sample) {
        if (cancelled || !shaper.accept(sample)) {
            throw Cancelled.INSTANCE;
        }
    }

    private static List<Element> phones(Document document) {
        TreeWalker walker = MaryDomUtils.createTreeWalker(document, document, MaryXML.PHONE, MaryXML.BOUNDARY);
        List<Element> phones = new ArrayList<>();
        for (Element next = (Element) walker.nextNode(); next != null; next = (Element) walker.nextNode()) {
            phones.add(next);
        }
        return phones;
    }

    /** Leaves the vocoder, which knows no other way out. */
    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;
        static final Cancelled INSTANCE = new Cancelled();

        private Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
