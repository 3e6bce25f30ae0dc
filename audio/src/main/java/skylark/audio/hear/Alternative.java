package skylark.audio.hear;

import java.util.List;
import java.util.stream.Collectors;
import skylark.audio.hear.Recogniser.Word;

/**
 * One wording that the recogniser took into account.
 *
 * @param words as the model writes them
 * @param logLikelihood of the sound with these words, by the acoustic model and the recogniser's own language model
 */
record Alternative(List<Word> words, double logLikelihood) {
    Alternative {
        words = List.copyOf(words);
    }

    String text() {
        return words.stream().map(Word::word).collect(Collectors.joining(" "));
    }
}
