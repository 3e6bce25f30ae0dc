package skylark.telemetry.vehicle;

import java.util.SplittableRandom;

/** Wind that wanders about its mean, and the sky's satellites; the same for the same seed. */
final class Weather {
    private static final double GUST_S = 8;
    private static final double GUST_MPS = 0.6;
    private static final double VEER_DEG = 4;

    private final SplittableRandom random;
    private final double meanMps;
    private final double meanFromDeg;
    private double gustMps;
    private double veerDeg;
    private int satellites = 14;

    Weather(SimulatorSettings settings) {
        random = new SplittableRandom(settings.seed());
        meanMps = settings.windMps();
        meanFromDeg = settings.windFromDeg();
    }

    /** One tick: a gust fades within seconds while others come (an Ornstein-Uhlenbeck process). */
    void blow(double dtS) {
        double spread = Math.sqrt(2 * dtS / GUST_S);
        gustMps += -gustMps * dtS / GUST_S + GUST_MPS * spread * random.nextGaussian();
        veerDeg += -veerDeg * dtS / GUST_S + VEER_DEG * spread * random.nextGaussian();
        if (random.nextDouble() < dtS / 20) {
            satellites = 12 + random.nextInt(5);
        }
    }

    double windMps() {
        return Math.max(0, meanMps + gustMps);
    }

    double windFromDeg() {
        return (meanFromDeg + veerDeg + 360) % 360;
    }

    int satellites() {
        return satellites;
    }
}
