package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import skylark.audio.device.SoundBlock;
import skylark.stage.Doorbell;
import skylark.stage.Link;

class LiveSourceTest {
    private static final long MS = 1_000_000;
    private static final long FRAME_NS = 32 * MS;

    private final Link<SoundBlock> heard = new Link<>("microphone", 64, new Doorbell());
    private final LiveSource source = new LiveSource(heard, new Doorbell(), new LastWord());
    private final Frame frame = new Frame();

    private void hear(int blocks, long firstEndNs) {
        for (int i = 0; i < blocks; i++) {
            SoundBlock block = new SoundBlock();
            block.count = 160;
            Arrays.fill(block.samples, (short) (100 + i));
            block.endNs = firstEndNs + i * 10 * MS;
            heard.offer(block);
        }
    }

    @Test
    void shouldMakeAFrameAsSoonAsThereIsSoundForIt() {
        long beginNs = 1_000 * MS;
        assertThat(source.nextFrameNs(beginNs)).isGreaterThan(beginNs);
        hear(3, beginNs + 10 * MS);
        assertThat(source.nextFrameNs(beginNs + 31 * MS)).isGreaterThan(beginNs + 31 * MS);
        hear(1, beginNs + 40 * MS);
        long nowNs = beginNs + 41 * MS;
        assertThat(source.nextFrameNs(nowNs)).isEqualTo(nowNs);
        source.read(frame, nowNs);
        assertThat(frame.endNs).as("when its last sample was taken").isEqualTo(beginNs + 32 * MS);
        assertThat(frame.samples[0]).isEqualTo((short) 100);
        assertThat(frame.samples[479]).isEqualTo((short) 102);
        assertThat(frame.samples[511]).isEqualTo((short) 100);
    }

    @Test
    void shouldPutSilenceInThePlaceOfAMicrophoneThatGivesNothing() {
        long nowNs = 1_000 * MS;
        source.nextFrameNs(nowNs);
        hear(1, nowNs);
        long lastNs = nowNs;
        int frames = 0;
        while (nowNs < 3_000 * MS) {
            long dueNs = source.nextFrameNs(nowNs);
            if (dueNs > nowNs) {
                nowNs = dueNs;
                continue;
            }
            source.read(frame, nowNs);
            assertThat(frame.endNs).isGreaterThan(lastNs);
            lastNs = frame.endNs;
            frames++;
        }
        assertThat(frames)
                .as("at the pace of a microphone, but for the patience at first")
                .isBetween(56, 58);
        assertThat(frame.samples).containsOnly((short) 0);
    }

    @Test
    void shouldNeverLetTimeGoBackWhenADeviceComesBackWithAnotherLatency() {
        hear(8, 2_000 * MS);
        source.nextFrameNs(1_000 * MS);
        source.read(frame, 2_100 * MS);
        long firstNs = frame.endNs;
        SoundBlock block = new SoundBlock();
        while (heard.poll() != null) {
            block.count = 160;
        }
        for (int i = 0; i < 6; i++) {
            SoundBlock late = new SoundBlock();
            late.count = 160;
            late.endNs = 1_500 * MS;
            heard.offer(late);
        }
        source.nextFrameNs(2_100 * MS);
        source.read(frame, 2_100 * MS);
        assertThat(frame.endNs).isGreaterThan(firstNs);
        assertThat(frame.endNs - firstNs).isLessThan(FRAME_NS);
    }
}
