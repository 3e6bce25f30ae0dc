package skylark.nlg.generate;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** The numbers of a decoder, from its {@code config.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelShape(int vocab, int layers, int width, int heads, int context) {
    public ModelShape {
        if (vocab < 1 || layers < 1 || heads < 1 || context < 2 || width < heads || width % heads != 0) {
            throw new IllegalArgumentException(
                    "vocab, layers, width, heads, context: expected positive, width a" + " multiple of heads, got "
                            + vocab + ", " + layers + ", " + width + ", " + heads + ", " + context);
        }
    }

    /**
     * Reads a {@code config.json}.
     *
     * @throws BadInputException if it is not one
     */
    public static ModelShape read(Path configJson) {
        try {
            return DomainJson.read(
                    Files.readString(configJson, StandardCharsets.UTF_8), ModelShape.class, configJson.toString());
        } catch (IOException e) {
            throw new BadInputException(configJson + ": expected the decoder's config.json", e);
        }
    }

    int headWidth() {
        return width / heads;
    }
}
