package skylark.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UlidTest {

    @Test
    void shouldRiseWithinAMillisecondAndWhenTheClockStepsBack() {
        Ulid ulid = new Ulid();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            made.add(ulid.next(1_790_000_000_000L - i % 3));
        }

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9A-HJKMNP-TV-Z]{26}"));
    }

    @Test
    void shouldBeginWithTheTime() {
        assertThat(new Ulid().next(1_469_918_176_385L)).startsWith("01ARYZ6S41");
    }
}
