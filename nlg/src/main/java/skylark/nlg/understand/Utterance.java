package skylark.nlg.understand;

import java.util.List;

/**
 * Words made uniform.
 *
 * @param heard lower case, cleaned, otherwise as they came
 * @param words as the grammar reads them: contractions written out, one spelling, fillers left out
 */
record Utterance(String heard, List<String> words) {
    Utterance {
        words = List.copyOf(words);
    }

    String joined() {
        return String.join(" ", words);
    }

    Utterance with(List<String> otherWords) {
        return new Utterance(heard, otherWords);
    }
}
