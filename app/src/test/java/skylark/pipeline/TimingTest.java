package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingTest {
    private static final long MS = 1_000_000;
    private final Pipeline.Timing timing = new Pipeline.Timing(120 * MS, 35 * MS, 1_000 * MS);

    @Test
    void shouldFallBackTheEarlierTheLaterThreadsWake() {
        assertThat(timing.fallbackAfterNs(0)).isEqualTo(85 * MS);
        assertThat(timing.fallbackAfterNs(10 * MS)).isEqualTo(65 * MS);
    }

    @Test
    void shouldLeaveTheReplyAThirdOfTheTimeHoweverSlowTheMachineIs() {
        assertThat(timing.fallbackAfterNs(500 * MS)).isEqualTo(40 * MS);
    }
}
