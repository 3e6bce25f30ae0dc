package skylark.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;

/** Labelled recordings, and how many of them to play how often. Immutable. */
public final class Playlist {
    private static final String STOP_AT_END = ".*\\b(stop|halt|freeze|abort|whoa)\\W*";

    private final List<Map<String, Object>> lines;

    private Playlist(List<Map<String, Object>> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * All of a manifest.
     *
     * @throws BadInputException if it cannot be read or is empty
     */
    public static Playlist of(Path manifest) {
        List<Map<String, Object>> lines = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(manifest)) {
                if (!line.isBlank()) {
                    lines.add(line(line, manifest));
                }
            }
        } catch (IOException e) {
            throw new BadInputException(manifest + ": cannot be read, expected a manifest of labelled recordings", e);
        }
        if (lines.isEmpty()) {
            throw new BadInputException(manifest + ": nothing in it, expected labelled recordings");
        }
        return new Playlist(lines);
    }

    /** One recording in which nothing is said. */
    static Playlist silence(Path sound) {
        return new Playlist(List.of(Map.of("audio", sound.toAbsolutePath().toString(), "text", "")));
    }

    /** At most so many of them, from its whole length; one that ends in the word "stop" is among them. */
    public Playlist some(int most) {
        if (most >= lines.size()) {
            return this;
        }
        Set<Integer> chosen = new LinkedHashSet<>();
        for (int i = 0; i < most; i++) {
            chosen.add((int) ((i + 0.5) * lines.size() / most));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (String.valueOf(lines.get(i).get("text")).matches(STOP_AT_END)) {
                chosen.add(i);
                break;
            }
        }
        // The first one gives way to the one that stops, which is last, for the first turn is cold.
        return new Playlist(chosen.stream()
                .skip(Math.max(0, chosen.size() - most))
                .map(lines::get)
                .toList());
    }

    public int size() {
        return lines.size();
    }

    /** A manifest of so many turns, from the first again after the last. */
    Path write(Path file, int turns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < turns; i++) {
            text.append(DomainJson.write(lines.get(i % lines.size()))).append('\n');
        }
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be written, expected a temporary folder that can be", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> line(String json, Path manifest) {
        Map<String, Object> line = DomainJson.read(json, Map.class, manifest.toString());
        Path sound = manifest.toAbsolutePath().resolveSibling(String.valueOf(line.get("audio")));
        line.put("audio", sound.normalize().toString());
        return line;
    }
}
