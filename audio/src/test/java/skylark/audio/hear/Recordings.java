package skylark.audio.hear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import skylark.audio.pcm.WavReader;

/** The recordings of operators that were made for this project. */
final class Recordings {
    static final Path FOLDER = Path.of("recordings").toAbsolutePath();

    /** @param pauses inside the utterance, start and end in seconds */
    record Recording(String audio, String text, String intent, String speaker, double eosS, List<double[]> pauses) {
        short[] samples() {
            return WavReader.read(FOLDER.resolve(audio));
        }
    }

    private Recordings() {}

    static List<Recording> of(String manifest) throws IOException {
        List<Recording> recordings = new ArrayList<>();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(FOLDER.resolve(manifest))) {
            recordings.add(recording(json.readTree(line)));
        }
        return recordings;
    }

    private static Recording recording(JsonNode line) {
        List<double[]> pauses = new ArrayList<>();
        line.path("pauses")
                .forEach(p ->
                        pauses.add(new double[] {p.get(0).asDouble(), p.get(1).asDouble()}));
        return new Recording(
                line.get("audio").asText(),
                line.get("text").asText(),
                line.get("intent").asText(),
                line.get("speaker").asText(),
                line.get("eos_s").asDouble(),
                pauses);
    }
}
