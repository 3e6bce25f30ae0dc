package skylark.bench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import skylark.audio.pcm.WavWriter;
import skylark.bench.CaseStudy;
import skylark.domain.BadInputException;
import skylark.replay.Limits;
import skylark.replay.Verdict;

/**
 * Measures one step after the other; whatever is timed, in a process of its own. A step that fails is told, and the
 * others go on. Belongs to one thread.
 */
public final class Bench {
    private static final long SEED = 20_261_123L;
    private static final double NOISE_S = 20;
    private static final int RATE_HZ = 16_000;
    /** A room at night: what a microphone gives when nobody speaks. */
    private static final double FLOOR = 12;

    private static final double PERCENT = 100;

    /**
     * Where everything is.
     *
     * @param busy words that begin a process which keeps a core busy until its standard input ends
     * @param models of the case study, as far as there are any
     * @param scratch a folder for what need not be kept
     */
    public record Means(
            Program program,
            List<String> busy,
            CaseStudy study,
            List<Path> models,
            Optional<DevSet> dev,
            Children children,
            Path scratch) {}

    private final BenchPlan plan;
    private final Playlist recordings;
    private final Means means;
    private final Replays replays;
    private final Consumer<String> progress;
    private final List<Verdict> measures = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final Map<String, List<PlayedTurn>> talks = new LinkedHashMap<>();

    /** @param progress is told of each step as it begins, and of what fails */
    public Bench(BenchPlan plan, Playlist recordings, Means means, Consumer<String> progress) {
        this.plan = plan;
        this.recordings = recordings;
        this.means = means;
        this.replays = new Replays(means.children(), means.scratch());
        this.progress = progress;
    }

    /** All of it. */
    public BenchResult run() {
        step("talk on a quiet machine, " + plan.turns() + " turns", this::quiet);
        step("talk with every core loaded, " + plan.otherTurns() + " turns", this::loaded);
        step("talk with nothing prepared ahead, " + plan.otherTurns() + " turns", this::unprepared);
        step("commands in noise, " + plan.noiseTurns() + " turns a level", this::noise);
        step("listening to silence", this::silence);
        step("language models", () -> ModelMeasures.of(means.study(), means.models(), plan.isShort()));
        means.dev()
                .ifPresent(
                        dev -> step("understanding", () -> dev.score(means.children(), means.program(), means.scratch())
                                .measures()));
        measures.sort(Comparator.comparingInt(measure -> Limits.names().indexOf(measure.name())));
        return new BenchResult(plan.isShort(), measures, errors, talks);
    }

    private void step(String what, Supplier<List<Verdict>> measured) {
        progress.accept(what);
        try {
            measures.addAll(measured.get());
        } catch (StepFailed | BadInputException e) {
            errors.add(String.valueOf(e.getMessage()));
            progress.accept("failed: " + e.getMessage());
        }
    }

    private List<Verdict> quiet() {
        return TalkMeasures.quiet(talk("quiet", recordings.some(plan.turns()), plan.turns(), List.of()));
    }

    private List<Verdict> loaded() {
        int cores = Runtime.getRuntime().availableProcessors();
        try (BusyCores load = BusyCores.load(means.children(), means.busy(), cores)) {
            Played played = talk("loaded", recordings.some(plan.otherTurns()), plan.otherTurns(), List.of());
            load.check();
            return TalkMeasures.loaded(played);
        }
    }

    private List<Verdict> unprepared() {
        List<String> options = List.of("--set", "speech.speculate=false", "--set", "speech.cache=false");
        return TalkMeasures.unprepared(
                talk("unprepared", recordings.some(plan.otherTurns()), plan.otherTurns(), options));
    }

    private Played talk(String name, Playlist list, int turns, List<String> options) {
        Played played = replays.play("the replay '" + name + "'", means.program(), list, turns, options);
        talks.put(name, played.warm());
        return played;
    }

    /** Only words are held against each other, and they depend on the sound alone: as fast as it goes. */
    private List<Verdict> noise() {
        Path noise = means.scratch().resolve("rotor.wav");
        short[] samples = RotorNoise.samples(SEED, NOISE_S);
        WavWriter.write(noise, samples, samples.length);
        Playlist list = recordings.some(plan.noiseTurns());
        Played quiet = fast("the replay without noise", list, List.of());
        double reference = TalkMeasures.commandAccuracy(quiet);
        if (!(reference > 0)) {
            throw new StepFailed("commands in noise: none of the recordings is a command that was understood in quiet");
        }
        int n = TalkMeasures.commands(quiet).size();
        List<Verdict> found = new ArrayList<>();
        found.add(Limits.verdict("noise.quiet", PERCENT * reference, n));
        for (int db : plan.noiseDb()) {
            List<String> options = List.of("--noise", noise.toString(), "--snr", String.valueOf(db));
            double accuracy = TalkMeasures.commandAccuracy(fast("the replay at " + db + " dB", list, options));
            found.add(Limits.verdict("noise." + db + "db", PERCENT * accuracy / reference, n));
        }
        return found;
    }

    private Played fast(String what, Playlist list, List<String> options) {
        List<String> all = new ArrayList<>(List.of("--pace", "fast"));
        all.addAll(options);
        return replays.play(what, means.program(), list, list.size(), all);
    }

    private List<Verdict> silence() {
        Random random = new Random(SEED);
        short[] floor = new short[(int) (plan.silenceS() * RATE_HZ)];
        for (int i = 0; i < floor.length; i++) {
            floor[i] = (short) Math.round(FLOOR * random.nextGaussian());
        }
        Path file = means.scratch().resolve("silence.wav");
        WavWriter.write(file, floor, floor.length);
        return TalkMeasures.silence(
                replays.play("the replay of silence", means.program(), Playlist.silence(file), 1, List.of()));
    }
}
