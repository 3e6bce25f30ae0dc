package skylark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.app.EarBench;
import skylark.audio.pcm.WavReader;
import skylark.bench.EndpointCurve;
import skylark.bench.EndpointCurve.Point;
import skylark.bench.page.EndpointPage;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.replay.Recording;
import skylark.replay.Recordings;

/** {@code bench --endpoint}: reads, measures, prints and keeps. */
final class EndpointBench {
    private final Shared shared;
    private final Path path;
    private final @Nullable Path out;
    private final boolean json;

    /** @param out null to keep nothing */
    EndpointBench(Shared shared, Path path, @Nullable Path out, boolean json) {
        this.shared = shared;
        this.path = path;
        this.out = out;
        this.json = json;
    }

    void run() {
        List<Recording> labelled = Recordings.resolve(List.of(path), WavReader::check).stream()
                .filter(recording -> recording.playable() && recording.eosS() != null)
                .toList();
        if (labelled.isEmpty()) {
            throw new BadInputException(path + ": no recording says where its last word ends, expected eos_s");
        }
        if (out != null) {
            write(out.resolve("endpoint.html"), ""); // a run that cannot be kept is not worth beginning
        }
        List<short[]> sounds =
                labelled.stream().map(r -> WavReader.read(r.file())).toList();
        try (EarBench bench = EarBench.open(shared.settings())) {
            if (!json) {
                shared.console()
                        .out()
                        .println("waits                       cut-ins   complete p50 / p95       open p50 / p95");
            }
            keep(new EndpointCurve(bench::play, bench.rules(), labelled, sounds).measure(this::print), labelled.size());
        }
    }

    private void print(Point point) {
        shared.console().out().println(json ? DomainJson.write(point) : EndpointPage.line(point));
    }

    private void keep(List<Point> points, int recordings) {
        if (out != null) {
            write(out.resolve("endpoint.json"), DomainJson.write(points) + "\n");
            write(out.resolve("endpoint.html"), EndpointPage.render(points, recordings));
        }
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be written, expected a folder that can be", e);
        }
    }
}
