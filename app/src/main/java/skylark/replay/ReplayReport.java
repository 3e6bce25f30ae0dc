package skylark.replay;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.replay.page.ReportPage;

/**
 * What a run leaves in its folder: {@code turns.jsonl} grows turn by turn, so that nothing is lost however the run ends;
 * {@code report.json}, {@code report.html} and {@code trace.json} appear whole when it is finished.
 *
 * <pre>{@code
 * try (ReplayReport report = new ReplayReport(out)) {
 *     for (Recording recording : recordings) {
 *         Path wav = report.replyFile(recording);
 *         ... play it, write the reply to wav ...
 *         report.add(TurnRecord.of(recording).result(result).commitS(1.93)...replyWav(wav).build());
 *     }
 *     ReplaySummary summary = report.finish(meter.end(...));
 * }
 * }</pre>
 *
 * One thread adds; any thread may finish, such as a shutdown hook: a turn added after that is dropped.
 */
public final class ReplayReport implements AutoCloseable {
    private static final JsonMapper READABLE =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Writer turnLines;
    private final List<TurnRecord> turns = new ArrayList<>();
    private final List<Announcement> announcements = new ArrayList<>();
    private @Nullable ReplaySummary summary;

    /**
     * Starts a report, in place of an older one in the same folder.
     *
     * @throws BadInputException when the folder cannot be written
     */
    public ReplayReport(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("replies"));
            Files.deleteIfExists(folder.resolve("report.json"));
            Files.deleteIfExists(folder.resolve("report.html"));
            Files.deleteIfExists(folder.resolve("trace.json"));
            turnLines = Files.newBufferedWriter(folder.resolve("turns.jsonl"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BadInputException(folder + ": expected a folder that can be written: " + e.getMessage(), e);
        }
    }

    /** Where the reply of the next turn to be added belongs; nothing is written there by this call. */
    public synchronized Path replyFile(Recording recording) {
        Path name = recording.file().getFileName();
        String stem = String.valueOf(name).replaceFirst("\\.[^.]*$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        return folder.resolve("replies").resolve(String.format("%03d-%s.wav", turns.size() + 1, stem));
    }

    /** Keeps a turn, and writes its line before it returns. */
    public synchronized void add(TurnRecord turn) {
        if (summary != null) {
            return;
        }
        turns.add(relative(turn));
        try {
            turnLines.write(TurnJson.line(turns.size(), turns.get(turns.size() - 1)) + "\n");
            turnLines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve("turns.jsonl") + ": " + e.getMessage(), e);
        }
    }

    /** Keeps what the drone said of itself, after the turns so far. */
    public synchronized void announced(String code, String text) {
        announcements.add(new Announcement(code, text, turns.size()));
    }

    public synchronized int turns() {
        return turns.size();
    }

    /** Writes the report of the turns so far. The second call returns what the first one found. */
    public synchronized ReplaySummary finish(RunFacts facts) {
        if (summary != null) {
            return summary;
        }
        ReplaySummary found = ReplaySummary.of(turns, facts);
        summary = found;
        List<Verdict> verdicts = Yardstick.measure(found, facts);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("summary", found);
        report.put("verdicts", verdicts);
        report.put("announcements", announcements);
        report.put("histograms_ms", facts.measured().latencies());
        report.put("counters", facts.measured().counters());
        report.put("incidents", facts.incidents());
        report.put("run", run(facts));
        try {
            writeWhole("trace.json", ChromeTrace.of(turns));
            writeWhole("report.html", ReportPage.render(turns, announcements, found, verdicts, facts));
            writeWhole("report.json", READABLE.writeValueAsString(report) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": the report could not be written: " + e.getMessage(), e);
        }
        return found;
    }

    @Override
    public synchronized void close() {
        try {
            turnLines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve("turns.jsonl") + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, @Nullable Object> run(RunFacts facts) {
        Map<String, @Nullable Object> run = new LinkedHashMap<>();
        run.put("title", facts.title());
        run.put("pace", facts.pace());
        run.put("noise", facts.noise());
        run.put("snr_db", facts.snrDb());
        run.put("started_at", facts.startedAt().toString());
        run.put("wall_s", facts.wallS());
        run.put("machine", facts.machine());
        return run;
    }

    /** The reply's path as seen from the folder, so that the folder can be moved. */
    private TurnRecord relative(TurnRecord turn) {
        Path wav = turn.replyWav();
        return wav != null && wav.startsWith(folder) ? turn.withReplyWav(folder.relativize(wav)) : turn;
    }

    private void writeWhole(String name, String content) throws IOException {
        Path partial = folder.resolve(name + ".part");
        Files.writeString(partial, content);
        Files.move(partial, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
