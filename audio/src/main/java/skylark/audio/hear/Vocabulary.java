package skylark.audio.hear;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import skylark.domain.BadInputException;

/** The words that a recogniser's model can hear. Immutable. */
public final class Vocabulary {
    private final Set<String> words;

    public Vocabulary(Set<String> words) {
        this.words = Set.copyOf(words);
    }

    /** Reads Kaldi's words.txt: a word and its number on each line. */
    static Vocabulary read(Path file) {
        Set<String> words = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf(' ');
                words.add(end < 0 ? line : line.substring(0, end));
            }
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read, expected the words of a Vosk model", e);
        }
        return new Vocabulary(words);
    }

    public boolean has(String word) {
        return words.contains(word);
    }

    /** Whether every word of {@code phrase}, split at single spaces, is known. */
    public boolean hasAll(String phrase) {
        for (String word : phrase.split(" ", -1)) {
            if (!has(word)) {
                return false;
            }
        }
        return true;
    }
}
