package skylark.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import skylark.bench.compare.Contrast.Finding;
import skylark.bench.compare.Contrast.Kind;

class ContrastTest {
    private static final int ROUNDS = 2;

    @Property(tries = 12)
    void shouldNeverFailIdenticalRuns(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = 0, max = 500) Double> values) {
        List<Observation> runs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < values.size(); i++) {
                runs.add(Observation.of(round, "r" + i, values.get(i)));
            }
        }
        for (Statistic statistic : List.of(Statistic.MEDIAN, Statistic.P95, Statistic.P99, Statistic.SHARE)) {
            for (Kind kind : Kind.values()) {
                assertThat(Contrast.of("m", "ms", kind, statistic, runs, runs).fails())
                        .isFalse();
            }
        }
    }

    @Property(tries = 12)
    void shouldAlwaysFailACandidateThatIsAFifthSlower(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        List<Observation> base = talk(60, 1, 0.05, chance);
        List<Observation> candidate = talk(60, 1.2, 0.05, chance);

        assertThat(latency(Statistic.MEDIAN, base, candidate).finding()).isEqualTo(Finding.WORSE);
        assertThat(latency(Statistic.MEDIAN, candidate, base).finding()).isEqualTo(Finding.BETTER);
    }

    @Example
    void shouldRarelyFailByNoiseAlone() {
        int failed = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random chance = new Random(seed);
            List<Observation> base = talk(60, 1, 0.3, chance);
            List<Observation> candidate = talk(60, 1, 0.3, chance);
            failed += latency(Statistic.MEDIAN, base, candidate).fails() ? 1 : 0;
            failed += latency(Statistic.P95, base, candidate).fails() ? 1 : 0;
        }
        assertThat(failed).as("of 120").isLessThanOrEqualTo(3);
    }

    /** One of the two runs had a bad time as a whole, as on a machine that others use too. */
    @Example
    void shouldNotTakeOneUnluckyRunForASlowerProgram() {
        int failed = 0;
        for (int seed = 0; seed < 50; seed++) {
            Random chance = new Random(seed);
            List<Observation> base = talk(60, 1, 0.05, chance);
            List<Observation> candidate = new ArrayList<>();
            for (Observation one : talk(60, 1, 0.05, chance)) {
                double luck = one.round() == 0 ? 1.5 : 0.98;
                candidate.add(Observation.of(one.round(), one.recording(), luck * one.value()));
            }
            failed += latency(Statistic.MEDIAN, base, candidate).fails() ? 1 : 0;
        }
        assertThat(failed).as("of 50").isLessThanOrEqualTo(2);
    }

    @Example
    void shouldCallALittleSlowerTheSame() {
        Random chance = new Random(1);
        Contrast contrast = latency(Statistic.MEDIAN, talk(120, 1, 0.01, chance), talk(120, 1.03, 0.01, chance));

        assertThat(contrast.finding()).isEqualTo(Finding.SAME);
        assertThat(contrast.ratio()).isBetween(1.02, 1.04);
        assertThat(contrast.low()).isLessThanOrEqualTo(contrast.ratio());
        assertThat(contrast.high()).isGreaterThanOrEqualTo(contrast.ratio());
    }

    @Example
    void shouldOnlyShowWhatIsTooFewToJudge() {
        Random chance = new Random(1);
        assertThat(latency(Statistic.P99, talk(40, 1, 0.01, chance), talk(40, 3, 0.01, chance))
                        .finding())
                .isEqualTo(Finding.SHOWN);
    }

    @Example
    void shouldFailAQualityThatIsLost() {
        assertThat(share(100, 90).finding()).isEqualTo(Finding.WORSE);
        assertThat(share(90, 100).finding()).isEqualTo(Finding.BETTER);
        assertThat(share(100, 99).finding()).as("one in a hundred").isEqualTo(Finding.SAME);
        assertThat(share(100, 97).finding()).as("may be chance").isEqualTo(Finding.UNCLEAR);
    }

    @Example
    void shouldPairRecordingsWhereBothHaveThem() {
        List<Observation> base = new ArrayList<>();
        List<Observation> candidate = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double hard = Math.pow(10, i / 15.0); // recordings differ by much more than the programs
            base.add(Observation.of(0, "r" + i, hard));
            candidate.add(Observation.of(0, "r" + i, 1.1 * hard));
        }
        List<Observation> others = candidate.stream()
                .map(one -> Observation.of(0, "other-" + one.recording(), one.value()))
                .toList();

        assertThat(latency(Statistic.MEDIAN, base, candidate).finding()).isEqualTo(Finding.WORSE);
        assertThat(latency(Statistic.MEDIAN, base, others).finding()).isEqualTo(Finding.UNCLEAR);
    }

    @Example
    void shouldFindTheSameForTheSameValues() {
        List<Observation> base = talk(60, 1, 0.2, new Random(1));
        List<Observation> candidate = talk(60, 1.1, 0.2, new Random(2));
        assertThat(latency(Statistic.P95, base, candidate)).isEqualTo(latency(Statistic.P95, base, candidate));
    }

    private static Contrast latency(Statistic statistic, List<Observation> base, List<Observation> candidate) {
        return Contrast.of("c2a.p50", "ms", Kind.LATENCY, statistic, base, candidate);
    }

    /** Of a hundred recordings the first so many went right, each in both rounds. */
    private static Contrast share(int before, int now) {
        return Contrast.of("understood", "%", Kind.QUALITY, Statistic.SHARE, right(before), right(now));
    }

    private static List<Observation> right(int of) {
        List<Observation> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < 100; i++) {
                all.add(Observation.of(round, "r" + i, i < of ? 100 : 0));
            }
        }
        return all;
    }

    /** So many values in two rounds; a recording has a time of its own, and each turn some noise. */
    private static List<Observation> talk(int values, double factor, double noise, Random chance) {
        List<Observation> talk = new ArrayList<>();
        int recordings = values / ROUNDS;
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < recordings; i++) {
                double own = 4 + 30 * new Random(i).nextDouble();
                talk.add(Observation.of(round, "r" + i, factor * own * Math.exp(noise * chance.nextGaussian())));
            }
        }
        return talk;
    }
}
