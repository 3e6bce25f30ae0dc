package skylark.audio.voice;

import java.util.ArrayList;
import java.util.List;
import marytts.datatypes.MaryXML;
import marytts.features.FeatureDefinition;
import marytts.features.FeatureProcessorManager;
import marytts.features.FeatureVector;
import marytts.features.TargetFeatureComputer;
import marytts.modules.phonemiser.Allophone;
import marytts.modules.phonemiser.AllophoneSet;
import marytts.unitselection.select.Target;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sentence to one vector of context features a phone or pause, in the order they are spoken. Belongs to one thread. */
final class ContextTargets {
    private final Pronouncer pronouncer;
    private final TargetFeatureComputer features;

    ContextTargets(Pronouncer pronouncer, FeatureDefinition definition) {
        this.pronouncer = pronouncer;
        this.features =
                new TargetFeatureComputer(new PhoneFeatures(pronouncer.allophones()), definition.getFeatureNames());
    }

    /** Begins and ends with a pause, as the voice's recordings did; empty if nothing can be pronounced. */
    List<FeatureVector> vectors(Sentence sentence) {
        Document document = MaryXML.newDocument();
        Element paragraph = MaryXML.appendChildElement(document.getDocumentElement(), MaryXML.PARAGRAPH);
        Element spoken = MaryXML.appendChildElement(paragraph, MaryXML.SENTENCE);
        List<Target> targets = new ArrayList<>();
        build(sentence, spoken, targets);
        if (targets.stream().allMatch(Target::isSilence)) {
            return List.of();
        }
        List<FeatureVector> vectors = new ArrayList<>(targets.size());
        for (Target target : targets) {
            vectors.add(features.computeFeatureVector(target));
        }
        return vectors;
    }

    private void build(Sentence sentence, Element spoken, List<Target> targets) {
        var intonation = new Intonation(sentence);
        Element phrase = MaryXML.appendChildElement(spoken, MaryXML.PHRASE);
        targets.add(new Target("_", MaryXML.appendChildElement(phrase, MaryXML.BOUNDARY)));
        for (int i = 0; i < sentence.words().size(); i++) {
            Sentence.Word word = sentence.words().get(i);
            word(phrase, word.text(), intonation.accent(i), targets);
            boolean last = i == sentence.words().size() - 1;
            if (last || word.phraseEnd()) {
                String mark = last ? String.valueOf(sentence.end()) : ",";
                boundary(phrase, mark, intonation.breakIndex(i), intonation.tone(i), targets);
                if (!last) {
                    phrase = MaryXML.appendChildElement(spoken, MaryXML.PHRASE);
                }
            }
        }
    }

    private void word(Element phrase, String text, String accent, List<Target> targets) {
        String phones = pronouncer.phones(text);
        if (phones.isEmpty()) {
            return;
        }
        Element token = token(phrase, text);
        token.setAttribute("ph", phones);
        for (String syllable : phones.split("-")) {
            if (!syllable.isBlank()) {
                syllable(token, syllable.trim(), accent, targets);
            }
        }
    }

    private void syllable(Element token, String phones, String accent, List<Target> targets) {
        Element syllable = MaryXML.appendChildElement(token, MaryXML.SYLLABLE);
        if (phones.startsWith("'")) {
            syllable.setAttribute("stress", "1");
            if (!accent.isEmpty()) {
                syllable.setAttribute("accent", accent);
            }
        } else if (phones.startsWith(",")) {
            syllable.setAttribute("stress", "2");
        }
        for (Allophone allophone : pronouncer.allophones().splitIntoAllophones(phones)) {
            Element phone = MaryXML.appendChildElement(syllable, MaryXML.PHONE);
            phone.setAttribute("p", allophone.name());
            targets.add(new Target(allophone.name(), phone));
        }
    }

    private static void boundary(Element phrase, String mark, int breakIndex, String tone, List<Target> targets) {
        token(phrase, mark);
        Element boundary = MaryXML.appendChildElement(phrase, MaryXML.BOUNDARY);
        boundary.setAttribute("breakindex", String.valueOf(breakIndex));
        boundary.setAttribute("tone", tone);
        targets.add(new Target("_", boundary));
    }

    private static Element token(Element phrase, String text) {
        Element token = MaryXML.appendChildElement(phrase, MaryXML.TOKEN);
        token.setTextContent(text);
        return token;
    }

    /** The feature processors over a given phone set: no registry, no configuration files. */
    private static final class PhoneFeatures extends FeatureProcessorManager {
        @SuppressWarnings("deprecation")
        PhoneFeatures(AllophoneSet allophones) {
            super();
            setupPhoneFeatureProcessors(allophones, null, null, null);
        }
    }
}
