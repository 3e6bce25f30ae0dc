package skylark.audio.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaFormatTest {
    @Test
    void shouldMixAllChannelsDown() {
        byte[] bytes = {0x10, 0x27, (byte) 0xf0, (byte) 0xd8, (byte) 0xff, 0x7f, (byte) 0xff, 0x7f};
        short[] mono = new short[2];
        assertThat(new JavaFormat(48_000, 2).toMono(bytes, bytes.length, mono)).isEqualTo(2);
        assertThat(mono).containsExactly(0, Short.MAX_VALUE);
    }

    @Test
    void shouldPutTheSameOnEveryChannel() {
        JavaFormat stereo = new JavaFormat(48_000, 2);
        byte[] bytes = new byte[8];
        assertThat(stereo.fromMono(new short[] {1, -2, 32_767}, 1, 2, bytes)).isEqualTo(8);
        short[] back = new short[2];
        stereo.toMono(bytes, 8, back);
        assertThat(back).containsExactly(-2, 32_767);
    }

    @Test
    void shouldKnowHowLongBytesLast() {
        JavaFormat stereo = new JavaFormat(48_000, 2);
        assertThat(stereo.bytes(10)).isEqualTo(1_920);
        assertThat(stereo.durationNs(1_920)).isEqualTo(10_000_000);
    }
}
