package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TrajectoryTest {
    private static final double[][] WINDOWS = {{0, 1, 0}, {-0.5, 0, 0.5}, {1, -2, 1}};

    @Property(tries = 50)
    void shouldSolveTheNormalEquations(@ForAll @IntRange(min = 1, max = 40) int frames, @ForAll long seed) {
        var random = new Random(seed);
        var means = new double[frames][];
        var variances = new double[frames][];
        var edges = new boolean[frames];
        var trajectory = new Trajectory(2);
        trajectory.begin(frames);
        for (int t = 0; t < frames; t++) {
            means[t] = random.doubles(6, -1, 1).toArray();
            variances[t] = random.doubles(6, 0.05, 2).toArray();
            edges[t] = t == 0 || t == frames - 1 || random.nextInt(8) == 0;
            trajectory.add(means[t], variances[t], edges[t], true);
        }
        trajectory.solve(new double[2]);
        for (int m = 0; m < 2; m++) {
            double[] naive = gauss(means, variances, edges, m);
            for (int t = 0; t < frames; t++) {
                assertThat(trajectory.values()[2 * t + m]).isCloseTo(naive[t], within(1e-9));
            }
        }
    }

    @Property(tries = 20)
    void shouldGiveSpeechItsNaturalVariance(@ForAll long seed) {
        var random = new Random(seed);
        var trajectory = new Trajectory(1);
        trajectory.begin(50);
        for (int t = 0; t < 50; t++) {
            double[] mean = {random.nextGaussian(), 0, 0};
            trajectory.add(mean, new double[] {1, 10, 10}, false, t < 40);
        }
        trajectory.solve(new double[] {0});
        double before = variance(trajectory.values(), 40);
        double pause = trajectory.values()[45];
        trajectory.solve(new double[] {1.5 * before});
        assertThat(variance(trajectory.values(), 40)).isCloseTo(1.5 * before, within(1e-9));
        assertThat(trajectory.values()[45]).isEqualTo(pause);
    }

    private static double variance(double[] values, int n) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
            squares += values[i] * values[i];
        }
        return squares / n - (sum / n) * (sum / n);
    }

    /** The same by a full matrix and Gaussian elimination. */
    private static double[] gauss(double[][] means, double[][] variances, boolean[] edges, int m) {
        int n = means.length;
        var a = new double[n][n + 1];
        for (int t = 0; t < n; t++) {
            for (int w = 0; w < (edges[t] ? 1 : 3); w++) {
                double precision = 1 / variances[t][2 * w + m];
                for (int i = -1; i <= 1; i++) {
                    double left = WINDOWS[w][i + 1];
                    if (left == 0) {
                        continue;
                    }
                    a[t + i][n] += precision * left * means[t][2 * w + m];
                    for (int j = -1; j <= 1; j++) {
                        double right = WINDOWS[w][j + 1];
                        if (right != 0) {
                            a[t + i][t + j] += precision * left * right;
                        }
                    }
                }
            }
        }
        return eliminate(a);
    }

    private static double[] eliminate(double[][] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double factor = a[j][i] / a[i][i];
                for (int k = i; k <= n; k++) {
                    a[j][k] -= factor * a[i][k];
                }
            }
        }
        var x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            x[i] = a[i][n];
            for (int k = i + 1; k < n; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        return x;
    }
}
