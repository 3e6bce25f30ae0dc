package skylark.audio.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MeterTest {
    @Test
    void shouldTellLevelPeakAndClippedSamplesSinceTheLastReading() {
        Meter meter = new Meter();
        short[] samples = new short[100];
        Arrays.fill(samples, (short) 3_277);
        samples[7] = Short.MIN_VALUE;
        meter.accept(samples, 100);
        Meter.Reading loud = meter.read();
        assertThat(loud.peakDbfs()).isZero();
        assertThat(loud.clipped()).isEqualTo(1);
        assertThat(loud.rmsDbfs()).isCloseTo(-17, within(0.1));
        meter.accept(samples, 5);
        assertThat(meter.read().peakDbfs()).isCloseTo(-20, within(0.1));
        assertThat(meter.read().rmsDbfs()).isEqualTo(-120);
    }
}
