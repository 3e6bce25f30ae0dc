package skylark.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void shouldBeEmptyWithoutValues() {
        assertThat(Percentiles.of(List.of())).isEqualTo(new Percentiles(0, null, null, null, null));
    }

    @Test
    void shouldFindThePercentilesOfARamp() {
        List<Double> ramp =
                DoubleStream.iterate(1, v -> v + 1).limit(1000).boxed().toList();
        Percentiles found = Percentiles.of(ramp);
        assertThat(found.n()).isEqualTo(1000);
        assertThat(found.p50()).isCloseTo(500, within(0.6));
        assertThat(found.p95()).isCloseTo(950, within(1.0));
        assertThat(found.p99()).isCloseTo(990, within(1.0));
        assertThat(found.max()).isCloseTo(1000, within(1.1));
    }

    @Property
    void shouldRiseFromOneToTheNext(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = 0, max = 5_000) Double> values) {
        Percentiles found = Percentiles.of(values);
        assertThat(found.p50()).isLessThanOrEqualTo(found.p95());
        assertThat(found.p95()).isLessThanOrEqualTo(found.p99());
        assertThat(found.p99()).isLessThanOrEqualTo(found.max());
    }

    @Property
    void shouldAgreeWithSortingWithinAThousandth(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = 0, max = 5_000) Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(0.95 * sorted.size());
        double exact = sorted.get(rank - 1);
        assertThat(Percentiles.of(values).p95()).isCloseTo(exact, within(exact * 0.001 + 0.002));
    }
}
