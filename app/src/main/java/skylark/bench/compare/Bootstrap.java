package skylark.bench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * How far the ratio of two programs could lie elsewhere by chance. Rounds are drawn anew, because a run has a luck of its
 * own; within a round recordings, and with each both programs' values of it, because some recordings are harder.
 */
final class Bootstrap {
    private static final int DRAWS = 2000;
    private static final double TAIL = 0.005;
    private static final long SEED = 1;

    private final Statistic statistic;
    private final List<List<Pair>> rounds;
    private final Pool base;
    private final Pool candidate;

    /**
     * Of 99 in 100 draws.
     *
     * @param low NaN where nothing could be drawn
     */
    record Interval(double low, double high) {}

    /** Both programs' values of one recording in one round. */
    private record Pair(List<Observation> base, List<Observation> candidate) {
        Pair() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    Bootstrap(Statistic statistic, List<Observation> base, List<Observation> candidate) {
        this.statistic = statistic;
        Map<Integer, Map<String, Pair>> pairs = new TreeMap<>();
        base.forEach(one -> pair(pairs, one).base().add(one));
        candidate.forEach(one -> pair(pairs, one).candidate().add(one));
        this.rounds = pairs.values().stream()
                .map(round -> List.copyOf(round.values()))
                .toList();
        this.base = new Pool();
        this.candidate = new Pool();
    }

    private static Pair pair(Map<Integer, Map<String, Pair>> pairs, Observation one) {
        return pairs.computeIfAbsent(one.round(), round -> new TreeMap<>())
                .computeIfAbsent(one.recording(), recording -> new Pair());
    }

    /** Candidate by base. The same values, the same interval. */
    Interval ratio() {
        Random random = new Random(SEED);
        double[] ratios = new double[DRAWS];
        int found = 0;
        for (int i = 0; i < DRAWS; i++) {
            double ratio = draw(random);
            if (Double.isFinite(ratio)) {
                ratios[found++] = ratio;
            }
        }
        if (found == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        Arrays.sort(ratios, 0, found);
        return new Interval(ratios[(int) (TAIL * (found - 1))], ratios[(int) Math.ceil((1 - TAIL) * (found - 1))]);
    }

    private double draw(Random random) {
        base.clear();
        candidate.clear();
        for (int round = 0; round < rounds.size(); round++) {
            List<Pair> drawn = rounds.get(random.nextInt(rounds.size()));
            for (int i = 0; i < drawn.size(); i++) {
                Pair pair = drawn.get(random.nextInt(drawn.size()));
                pair.base().forEach(base::add);
                pair.candidate().forEach(candidate::add);
            }
        }
        return candidate.sum(statistic) / base.sum(statistic);
    }

    /** Values that grow and are used again. */
    private static final class Pool {
        private double[] values = new double[256];
        private double[] weights = new double[256];
        private int n;

        void clear() {
            n = 0;
        }

        void add(Observation one) {
            if (n == values.length) {
                values = Arrays.copyOf(values, 2 * n);
                weights = Arrays.copyOf(weights, 2 * n);
            }
            values[n] = one.value();
            weights[n++] = one.weight();
        }

        double sum(Statistic statistic) {
            return statistic.of(values, weights, n);
        }
    }
}
