package skylark.audio.hear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sentences that a recogniser is to expect. Vosk makes a small language model of them, so that sentences which are
 * made of the same words in a similar order are heard as well. Immutable.
 */
public final class PhraseList {
    private static final Logger LOG = LoggerFactory.getLogger(PhraseList.class);
    /** What the grammar understands and what is freer, both made by models/training; and everyday ways, kept by hand. */
    private static final List<String> RESOURCES = List.of("phrases.txt", "families.txt", "spoken.txt");

    private static final String UNKNOWN = "[unk]";

    private final int size;
    private final String grammar;
    private final SentenceModel sentenceModel;

    private PhraseList(Collection<String> phrases) {
        this.size = phrases.size();
        this.grammar = json(phrases);
        this.sentenceModel = SentenceModel.of(phrases);
    }

    /** The domain's own sentences, without those that the model lacks words for. */
    public static PhraseList ofDomain(Vocabulary vocabulary) {
        List<String> lines = new ArrayList<>();
        RESOURCES.forEach(resource -> lines.addAll(lines(resource)));
        return of(lines, vocabulary);
    }

    private static List<String> lines(String resource) {
        try (InputStream in = PhraseList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + ": not in the class path beside " + PhraseList.class);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource + ": cannot be read", e);
        }
    }

    /**
     * @param lines one phrase each, lower case, words separated by single spaces; empty ones and those that begin with #
     *     do not count
     */
    public static PhraseList of(List<String> lines, Vocabulary vocabulary) {
        Set<String> phrases = new LinkedHashSet<>();
        int dropped = 0;
        for (String line : lines) {
            String phrase = Spelling.toModel(line.strip());
            if (phrase.isEmpty() || phrase.startsWith("#")) {
                continue;
            }
            if (vocabulary.hasAll(phrase)) {
                phrases.add(phrase);
            } else {
                dropped++;
            }
        }
        if (dropped > 0) {
            LOG.info("phrase list: {} phrases, {} left out for words that the model lacks", phrases.size(), dropped);
        }
        return new PhraseList(phrases);
    }

    public int size() {
        return size;
    }

    /** How usual a sentence is among these. */
    SentenceModel sentenceModel() {
        return sentenceModel;
    }

    /** How sentences of the list end. */
    public EndOdds endOdds() {
        return new EndOdds(sentenceModel);
    }

    /** The JSON array that Vosk takes, with a place for all other words at its end. */
    String grammar() {
        return grammar;
    }

    private static String json(Collection<String> phrases) {
        StringBuilder json = new StringBuilder("[");
        for (String phrase : phrases) {
            json.append('"').append(phrase.replace("\\", "").replace("\"", "")).append("\",");
        }
        return json.append('"').append(UNKNOWN).append("\"]").toString();
    }
}
