package skylark.nlg.tokenize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;
import skylark.nlg.prompt.Golden;

class TokenizerTest {
    private static Path file() {
        try {
            return Path.of(TokenizerTest.class
                    .getResource("/skylark/nlg/model/tokenizer.json")
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldEncodePromptsAsTheTrainingDid() {
        try (Tokenizer tokenizer = Tokenizer.open(file())) {
            for (Golden golden : Golden.all()) {
                assertThat(tokenizer.encode(golden.prompt()))
                        .as(golden.prompt())
                        .isEqualTo(golden.ids());
            }
        }
    }

    @Test
    void shouldHavePiecesThatJoinToTheText() {
        Vocabulary vocabulary = Vocabulary.read(file());
        String text = "Battery critical, returning home. Say again?";
        try (Tokenizer tokenizer = Tokenizer.open(file())) {
            long[] ids = tokenizer.encode(text);

            String joined = Arrays.stream(ids)
                    .mapToObj(id -> vocabulary.piece((int) id))
                    .collect(Collectors.joining());
            assertThat(joined).isEqualTo(text).isEqualTo(tokenizer.decode(ids));
        }
    }

    @Test
    void shouldSpeakNoDigitAndNoMarker() {
        Vocabulary vocabulary = Vocabulary.read(file());
        int speakable = 0;
        for (int id = 0; id < vocabulary.size(); id++) {
            if (vocabulary.isSpeakable(id)) {
                speakable++;
                assertThat(vocabulary.piece(id)).doesNotContainPattern("[0-9<>{}]");
            }
        }
        assertThat(speakable).isGreaterThan(500);
    }

    @Test
    void shouldNameAFileThatIsTruncated(@TempDir Path temp) throws IOException {
        byte[] whole = Files.readAllBytes(file());
        Path cut = Files.write(temp.resolve("tokenizer.json"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> Tokenizer.open(cut)).satisfies(e -> isOneLine(e, cut));
        assertThatThrownBy(() -> Vocabulary.read(cut)).satisfies(e -> isOneLine(e, cut));
    }

    @Test
    void shouldNameAFileWithoutVocabulary(@TempDir Path temp) throws IOException {
        Path other = Files.writeString(temp.resolve("tokenizer.json"), "{\"model\":{}}");

        assertThatThrownBy(() -> Vocabulary.read(other)).satisfies(e -> isOneLine(e, other));
    }

    private static void isOneLine(Throwable thrown, Path file) {
        assertThat(thrown).isInstanceOf(BadInputException.class);
        assertThat(thrown.getMessage()).startsWith(file.toString()).contains("expected");
        assertThat(thrown.getMessage().lines()).hasSize(1);
    }
}
