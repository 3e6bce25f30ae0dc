package skylark.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import skylark.audio.hear.EndpointRules;
import skylark.audio.hear.Hearing;
import skylark.audio.hear.HearingEvent;
import skylark.audio.hear.SpeechDetector;
import skylark.config.Settings;

/** The ear alone, with any rules for the end of a turn: no clock but the sound's own. Belongs to one thread. */
public final class EarBench implements AutoCloseable {
    private static final int FRAME = SpeechDetector.FRAME_SAMPLES;
    private static final double FRAME_S = FRAME / 16_000.0;

    private final Models models;
    private final Ears ears;

    /**
     * When the ear took the operator to have finished, in seconds since the first sample; null where it never did.
     *
     * @param firstS the first speech commit, whether it held or not
     * @param lastS the last one, which held
     */
    public record Commits(@Nullable Double firstS, @Nullable Double lastS) {}

    private EarBench(Models models, Settings settings) {
        this.models = models;
        this.ears = new Ears(models, settings.endpoint());
    }

    /** Loads the models. */
    public static EarBench open(Settings settings) {
        return new EarBench(Models.load(settings), settings);
    }

    /** The rules as the settings have them. */
    public EndpointRules rules() {
        return ears.rules();
    }

    /** Plays all of them, each followed by as much silence as the rules can ask for. */
    public List<Commits> play(List<short[]> recordings, EndpointRules rules) {
        List<Long> commits = new ArrayList<>();
        List<Commits> played = new ArrayList<>();
        int tail = rules.incompleteFrames() + rules.discardFrames() + rules.actionFrames();
        long index = 0;
        try (Hearing hearing = ears.open(rules, event -> keep(event, commits))) {
            for (short[] samples : recordings) {
                commits.clear();
                long first = index;
                for (int from = 0; from < samples.length + tail * FRAME; from += FRAME) {
                    hearing.accept(frame(samples, from), index++);
                }
                played.add(of(commits, first));
            }
        }
        return played;
    }

    private static void keep(HearingEvent event, List<Long> commits) {
        if (event instanceof HearingEvent.SpeechCommit commit) {
            commits.add(commit.frame());
        }
    }

    private static Commits of(List<Long> commits, long first) {
        return commits.isEmpty()
                ? new Commits(null, null)
                : new Commits(seconds(commits.get(0), first), seconds(commits.get(commits.size() - 1), first));
    }

    private static double seconds(long frame, long first) {
        return (frame + 1 - first) * FRAME_S;
    }

    private static short[] frame(short[] samples, int from) {
        int begin = Math.min(samples.length, from);
        return Arrays.copyOf(Arrays.copyOfRange(samples, begin, Math.min(samples.length, from + FRAME)), FRAME);
    }

    @Override
    public void close() {
        models.close();
    }
}
