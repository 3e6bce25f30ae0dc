package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PcmBufferTest {

    @Property(tries = 100)
    void shouldHoldWhatFitsAndCountTheRest(
            @ForAll @IntRange(min = 1, max = 200) int capacity,
            @ForAll @Size(max = 20) List<@IntRange(max = 40) Integer> counts) {
        PcmBuffer pcm = new PcmBuffer(capacity);
        short next = 0;
        for (int count : counts) {
            short[] some = new short[count + 3];
            for (int i = 0; i < count; i++) {
                some[3 + i] = next++;
            }
            pcm.append(some, 3, count);
        }
        int given = counts.stream().mapToInt(Integer::intValue).sum();
        assertThat(pcm.length()).isEqualTo(Math.min(given, capacity));
        assertThat(pcm.cut()).isEqualTo(Math.max(0, given - capacity));
        for (int i = 0; i < pcm.length(); i++) {
            assertThat(pcm.samples()[i]).isEqualTo((short) i);
        }
    }

    @Test
    void shouldBeCompleteWhenToldSo() {
        PcmBuffer pcm = new PcmBuffer(4);
        assertThat(pcm.isComplete()).isFalse();
        pcm.complete();
        assertThat(pcm.isComplete()).isTrue();
    }
}
