package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
    private final Trace trace = new Trace();

    @Test
    void shouldBeUnsetBeforeTheWork() {
        for (Span span : Span.values()) {
            assertThat(trace.startNs(span)).isEqualTo(Trace.UNSET);
            assertThat(trace.ms(span)).isNaN();
        }
        assertThat(trace.firstTokenNs()).isEqualTo(Trace.UNSET);
    }

    @Test
    void shouldKeepTheFirstStartAndTheLastEnd() {
        trace.start(Span.SYNTHESISE, 1_000_000);
        assertThat(trace.ms(Span.SYNTHESISE)).as("not ended").isNaN();
        trace.end(Span.SYNTHESISE, 2_000_000);
        trace.start(Span.SYNTHESISE, 3_000_000);
        trace.end(Span.SYNTHESISE, 4_500_000);
        assertThat(trace.ms(Span.SYNTHESISE)).isEqualTo(3.5);
    }

    @Test
    void shouldKeepTheSpansApart() {
        for (Span span : Span.values()) {
            trace.start(span, span.ordinal() * 1_000_000L);
            trace.end(span, span.ordinal() * 3_000_000L);
        }
        trace.firstToken(99);
        for (Span span : Span.values()) {
            assertThat(trace.ms(span)).isEqualTo(2.0 * span.ordinal());
        }
        assertThat(trace.firstTokenNs()).isEqualTo(99);
    }
}
