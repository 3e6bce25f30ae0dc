package skylark.bench.run;

import java.util.Random;

/**
 * The noise of a small multirotor, made: four rotors a little out of step, each with the harmonics of its blades and a
 * slow drift, and the rush of air between them, which swells with the blades. The same seed, the same noise.
 */
final class RotorNoise {
    private static final double RATE_HZ = 16_000;
    private static final int ROTORS = 4;
    private static final int HARMONICS = 14;
    /** Two blades at some 5400 turns a minute. */
    private static final double BLADE_HZ = 180;

    private static final double SPREAD_HZ = 9;
    private static final double DRIFT = 0.012;
    private static final double DRIFT_HZ = 0.35;
    private static final double AIR = 0.9;
    /** One pole, about 1.6 kHz. */
    private static final double AIR_POLE = 0.53;

    private static final double PEAK = 12_000;

    private RotorNoise() {}

    /** Mono, 16 kHz. */
    static short[] samples(long seed, double seconds) {
        Random random = new Random(seed);
        double[] sum = new double[(int) (seconds * RATE_HZ)];
        for (int rotor = 0; rotor < ROTORS; rotor++) {
            addRotor(sum, random, BLADE_HZ + SPREAD_HZ * (rotor - (ROTORS - 1) / 2.0));
        }
        addAir(sum, random);
        return scaled(sum);
    }

    private static void addRotor(double[] sum, Random random, double hz) {
        double phase = 2 * Math.PI * random.nextDouble();
        double drift = 2 * Math.PI * random.nextDouble();
        double[] level = new double[HARMONICS + 1];
        for (int k = 1; k <= HARMONICS; k++) {
            level[k] = (0.6 + 0.8 * random.nextDouble()) / k;
        }
        for (int i = 0; i < sum.length; i++) {
            double now = hz * (1 + DRIFT * Math.sin(drift + 2 * Math.PI * DRIFT_HZ * i / RATE_HZ));
            phase += 2 * Math.PI * now / RATE_HZ;
            for (int k = 1; k <= HARMONICS; k++) {
                sum[i] += level[k] * Math.sin(k * phase);
            }
        }
    }

    private static void addAir(double[] sum, Random random) {
        double air = 0;
        for (int i = 0; i < sum.length; i++) {
            air = AIR_POLE * air + (1 - AIR_POLE) * random.nextGaussian();
            double swell = 1 + 0.4 * Math.sin(2 * Math.PI * BLADE_HZ * i / RATE_HZ);
            sum[i] += ROTORS * AIR * swell * air;
        }
    }

    private static short[] scaled(double[] sum) {
        double peak = 0;
        for (double sample : sum) {
            peak = Math.max(peak, Math.abs(sample));
        }
        short[] samples = new short[sum.length];
        for (int i = 0; i < sum.length; i++) {
            samples[i] = (short) Math.round(PEAK * sum[i] / peak);
        }
        return samples;
    }
}
