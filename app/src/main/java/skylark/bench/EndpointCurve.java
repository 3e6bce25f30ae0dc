package skylark.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import skylark.app.EarBench.Commits;
import skylark.audio.hear.EndpointRules;
import skylark.replay.Percentiles;
import skylark.replay.Recording;

/**
 * What waiting for the end of a sentence costs and saves: the delay after the last word against the share of recordings
 * in which the ear cut in. Once with the rules as they are, all tiers shorter or longer; and once for comparison with the
 * same silence whatever the words, as recognisers have it by themselves.
 */
public final class EndpointCurve {
    /** Times the silence of each tier; 1 are the rules as set. */
    private static final double[] SCALES = {0.5, 0.75, 1, 1.5, 2, 3};

    private static final int[] FIXED_FRAMES = {3, 6, 9, 16, 31};
    private static final double FRAME_S = 0.032;
    private static final double MS_PER_S = 1e3;

    /** One setting. */
    public enum Kind {
        /** By the words so far. */
        TIERS,
        /** The same for all words. */
        SILENCE
    }

    /**
     * What one setting came to.
     *
     * @param setting the factor on all tiers, or the silence in seconds
     * @param cutIns share of the recordings with a commit before the end of the last word
     * @param complete delay of the commit that held, for complete commands and queries
     * @param open the same, for all others
     * @param unheard recordings without any commit
     */
    public record Point(
            Kind kind,
            double setting,
            @JsonProperty("cut_in_rate") double cutIns,
            @JsonProperty("epd_complete_ms") Percentiles complete,
            @JsonProperty("epd_open_ms") Percentiles open,
            int unheard) {}

    /** Plays recordings with given rules for the end of a turn. */
    @FunctionalInterface
    public interface Ear {
        List<Commits> play(List<short[]> recordings, EndpointRules rules);
    }

    private final Ear ear;
    private final EndpointRules asSet;
    private final List<Recording> recordings;
    private final List<short[]> sounds;

    /**
     * @param asSet the rules of factor 1
     * @param recordings labelled with the end of their last word
     * @param sounds of each of them
     */
    public EndpointCurve(Ear ear, EndpointRules asSet, List<Recording> recordings, List<short[]> sounds) {
        this.ear = ear;
        this.asSet = asSet;
        this.recordings = List.copyOf(recordings);
        this.sounds = List.copyOf(sounds);
    }

    /**
     * Measures every setting.
     *
     * @param each is told each point as it is known
     */
    public List<Point> measure(Consumer<Point> each) {
        List<Point> points = new ArrayList<>();
        for (double scale : SCALES) {
            points.add(point(Kind.TIERS, scale, scaled(asSet, scale)));
            each.accept(points.get(points.size() - 1));
        }
        for (int frames : FIXED_FRAMES) {
            points.add(point(Kind.SILENCE, frames * FRAME_S, fixed(asSet, frames)));
            each.accept(points.get(points.size() - 1));
        }
        return points;
    }

    private Point point(Kind kind, double setting, EndpointRules rules) {
        List<Commits> commits = ear.play(sounds, rules);
        int cutIns = 0;
        int unheard = 0;
        for (int i = 0; i < commits.size(); i++) {
            Double first = commits.get(i).firstS();
            Double eosS = recordings.get(i).eosS();
            unheard += first == null ? 1 : 0;
            cutIns += first != null && eosS != null && first < eosS ? 1 : 0;
        }
        return new Point(
                kind,
                setting,
                (double) cutIns / Math.max(1, commits.size()),
                delays(commits, Recording::complete),
                delays(commits, recording -> !recording.complete()),
                unheard);
    }

    private Percentiles delays(List<Commits> commits, Predicate<Recording> which) {
        List<Double> delays = new ArrayList<>();
        for (int i = 0; i < commits.size(); i++) {
            @Nullable Double last = commits.get(i).lastS();
            @Nullable Double eosS = recordings.get(i).eosS();
            if (last != null && eosS != null && which.test(recordings.get(i))) {
                delays.add(Math.max(0, MS_PER_S * (last - eosS)));
            }
        }
        return Percentiles.of(delays);
    }

    private static EndpointRules scaled(EndpointRules rules, double scale) {
        return new EndpointRules(
                times(rules.completeFrames(), scale),
                times(rules.likelyFrames(), scale),
                times(rules.openFrames(), scale),
                times(rules.incompleteFrames(), scale),
                times(rules.discardFrames(), Math.max(1, scale)),
                rules.actionFrames(),
                rules.capFrames());
    }

    private static EndpointRules fixed(EndpointRules rules, int frames) {
        return new EndpointRules(
                frames,
                frames,
                frames,
                frames,
                Math.max(rules.discardFrames(), frames),
                rules.actionFrames(),
                rules.capFrames());
    }

    private static int times(int frames, double scale) {
        return Math.max(1, (int) Math.round(frames * scale));
    }
}
