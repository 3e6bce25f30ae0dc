package skylark.bench.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How far the ratio of two programs could lie elsewhere by chance. Rounds are drawn anew, because a run has a luck of its
 * own, and recordings, because some are harder; with a recording come both programs' values of it in each round drawn.
 */
final class Bootstrap {
    private static final int DRAWS = 2000;
    private static final double TAIL = 0.005;
    private static final long SEED = 1;

    private final Statistic statistic;
    /** By recording, then by round. */
    private final Pair[][] pairs;

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
        List<Observation> both = new ArrayList<>(base);
        both.addAll(candidate);
        int[] rounds =
                both.stream().mapToInt(Observation::round).sorted().distinct().toArray();
        String[] recordings =
                both.stream().map(Observation::recording).sorted().distinct().toArray(String[]::new);
        this.pairs = new Pair[recordings.length][rounds.length];
        for (Pair[] row : pairs) {
            Arrays.setAll(row, round -> new Pair());
        }
        base.forEach(one -> pair(one, recordings, rounds).base().add(one));
        candidate.forEach(one -> pair(one, recordings, rounds).candidate().add(one));
        this.base = new Pool();
        this.candidate = new Pool();
    }

    private Pair pair(Observation one, String[] recordings, int[] rounds) {
        return pairs[Arrays.binarySearch(recordings, one.recording())][Arrays.binarySearch(rounds, one.round())];
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
        if (pairs.length == 0) {
            return Double.NaN;
        }
        int[] rounds = random.ints(pairs[0].length, 0, pairs[0].length).toArray();
        for (int i = 0; i < pairs.length; i++) {
            Pair[] recording = pairs[random.nextInt(pairs.length)];
            for (int round : rounds) {
                recording[round].base().forEach(base::add);
                recording[round].candidate().forEach(candidate::add);
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
