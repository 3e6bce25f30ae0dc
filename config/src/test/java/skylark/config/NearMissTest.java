package skylark.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearMissTest {
    @Test
    void shouldFindTheSlipAndNothingFar() {
        assertThat(NearMiss.of("deadlnie", List.of("stall", "deadline"))).contains("deadline");
        assertThat(NearMiss.of("colour", List.of("stall", "deadline"))).isEmpty();
        assertThat(NearMiss.edits("ab", "ba")).isEqualTo(1);
        assertThat(NearMiss.edits("", "abc")).isEqualTo(3);
    }

    @Property(tries = 200)
    void shouldMeasureADistance(
            @ForAll @AlphaChars @StringLength(max = 8) String a, @ForAll @AlphaChars @StringLength(max = 8) String b) {
        assertThat(NearMiss.edits(a, b)).isEqualTo(NearMiss.edits(b, a));
        assertThat(NearMiss.edits(a, b) == 0).isEqualTo(a.equals(b));
        assertThat(NearMiss.edits(a, b)).isLessThanOrEqualTo(Math.max(a.length(), b.length()));
    }
}
