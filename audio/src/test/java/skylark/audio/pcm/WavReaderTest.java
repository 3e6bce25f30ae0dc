package skylark.audio.pcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skylark.domain.BadInputException;

class WavReaderTest {
    private static final short[] THREE = {1, -2, 3};

    @Test
    void shouldReadSamplesAsTheyAre() {
        assertThat(WavReader.parse(ByteBuffer.wrap(Wav.pcm16(16_000, 1, THREE)), "a.wav"))
                .containsExactly(THREE);
    }

    @Test
    void shouldAverageChannels() {
        short[] stereo = {100, 200, -100, -200};

        assertThat(WavReader.parse(ByteBuffer.wrap(Wav.pcm16(16_000, 2, stereo)), "a.wav"))
                .containsExactly(150, -150);
    }

    @Test
    void shouldPassOverChunksItDoesNotNeed() {
        byte[] wav = Wav.riff(
                Wav.chunk("LIST", new byte[7]),
                Wav.chunk("fmt ", Wav.fmt(1, 1, 16_000, 16)),
                Wav.chunk("fact", new byte[4]),
                Wav.chunk("data", Wav.bytes(THREE)),
                Wav.chunk("id3 ", new byte[3]));

        assertThat(WavReader.parse(ByteBuffer.wrap(wav), "a.wav")).containsExactly(THREE);
    }

    @Test
    void shouldReadExtensiblePcm() {
        byte[] wav = Wav.riff(Wav.chunk("fmt ", Wav.extensible(1, 16_000, 1)), Wav.chunk("data", Wav.bytes(THREE)));

        assertThat(WavReader.parse(ByteBuffer.wrap(wav), "a.wav")).containsExactly(THREE);
    }

    @Test
    void shouldLeaveOutAnIncompleteLastFrame() {
        byte[] wav = Wav.riff(
                Wav.chunk("fmt ", Wav.fmt(1, 2, 16_000, 16)), Wav.chunk("data", new byte[] {10, 0, 20, 0, 30}));

        assertThat(WavReader.parse(ByteBuffer.wrap(wav), "a.wav")).containsExactly((short) 15);
    }

    @ParameterizedTest
    @CsvSource({"8000, 1", "11025, 2", "22050, 3", "32000, 4", "44100, 6", "48000, 2", "96000, 8"})
    void shouldConvertRatesAndChannels(int rateHz, int channels) {
        short[] second = new short[rateHz * channels];
        Arrays.fill(second, (short) 1000);

        short[] heard = WavReader.parse(ByteBuffer.wrap(Wav.pcm16(rateHz, channels, second)), "a.wav");

        assertThat(heard).hasSize(16_000);
        assertThat((int) heard[8_000]).isBetween(990, 1010);
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1, 16000, 32, WAV format 3",
        "6, 1, 16000, 8, WAV format 6",
        "1, 1, 16000, 24, 24 bit",
        "1, 1, 16000, 8, 8 bit",
        "1, 0, 16000, 16, 0 channels",
        "1, 9, 16000, 16, 9 channels",
        "1, 1, 7999, 16, 7999 Hz",
        "1, 1, 96001, 16, 96001 Hz",
        "1, 1, -1, 16, 4294967295 Hz"
    })
    void shouldRefuseOtherFormatsByName(int format, int channels, int rateHz, int bits, String found) {
        byte[] wav =
                Wav.riff(Wav.chunk("fmt ", Wav.fmt(format, channels, rateHz, bits)), Wav.chunk("data", new byte[8]));

        assertRefused(wav, found);
    }

    @Test
    void shouldRefuseExtensibleThatIsNotPcm() {
        assertRefused(
                Wav.riff(Wav.chunk("fmt ", Wav.extensible(1, 16_000, 3)), Wav.chunk("data", new byte[8])),
                "WAV format 65534");
    }

    @Test
    void shouldRefuseWhatIsNoWholeWav() {
        byte[] fmt = Wav.chunk("fmt ", Wav.fmt(1, 1, 16_000, 16));

        assertRefused(new byte[0], "empty file");
        assertRefused("RIFX....WAVE".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "not a WAV file");
        assertRefused(Wav.riff(fmt), "expected a data chunk");
        assertRefused(Wav.riff(fmt, Wav.chunk("data", new byte[0])), "no samples");
        assertRefused(Wav.riff(fmt, Wav.chunk("data", new byte[1])), "no samples");
        assertRefused(Wav.riff(Wav.chunk("data", new byte[2])), "no fmt chunk");
        assertRefused(Wav.riff(Wav.chunk("fmt ", new byte[4]), Wav.chunk("data", new byte[2])), "fmt chunk of 4");
    }

    @Test
    void shouldNotBelieveHugeSizes() {
        byte[] fmt = Wav.chunk("fmt ", Wav.fmt(1, 1, 16_000, 16));

        assertRefused(Wav.riff(fmt, Wav.chunk("data", -1, new byte[10])), "truncated");
        assertRefused(Wav.riff(fmt, Wav.chunk("data", Integer.MAX_VALUE, new byte[10])), "truncated");
        assertRefused(Wav.riff(Wav.chunk("LIST", -2, new byte[10]), fmt), "truncated");
    }

    @Test
    void shouldRefuseEveryTruncation() {
        byte[] whole = Wav.riff(
                Wav.chunk("LIST", new byte[5]),
                Wav.chunk("fmt ", Wav.extensible(2, 44_100, 1)),
                Wav.chunk("data", Wav.bytes(new short[40])));

        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "expected");
        }
    }

    @Property(tries = 2000)
    void shouldReadOrRefuseWhateverBytesAreChanged(
            @ForAll @Size(max = 6) byte[] values, @ForAll @Size(6) int[] places) {
        byte[] wav = Wav.riff(
                Wav.chunk("LIST", new byte[5]),
                Wav.chunk("fmt ", Wav.fmt(1, 2, 44_100, 16)),
                Wav.chunk("data", Wav.bytes(new short[40])));
        for (int i = 0; i < values.length; i++) {
            wav[Math.floorMod(places[i], wav.length)] = values[i];
        }

        readOrRefuse(wav);
    }

    @Property(tries = 1000)
    void shouldReadOrRefuseAnyBytesBehindAGoodStart(
            @ForAll @Size(max = 200) byte[] tail, @ForAll @IntRange(max = 40) int cut) {
        byte[] start = Wav.pcm16(16_000, 1, THREE);
        byte[] wav = Arrays.copyOf(start, Math.min(cut, start.length) + tail.length);
        System.arraycopy(tail, 0, wav, Math.min(cut, start.length), tail.length);

        readOrRefuse(wav);
    }

    @Test
    void shouldNameTheFile(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.wav"));

        assertThatThrownBy(() -> WavReader.read(empty)).hasMessage(empty + ": empty file, expected a WAV file");
        assertThatThrownBy(() -> WavReader.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("not a file");
        assertThatThrownBy(() -> WavReader.read(folder.resolve("none.wav")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void shouldReadAFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("a.wav"), Wav.pcm16(16_000, 1, THREE));

        assertThat(WavReader.read(file)).containsExactly(THREE);
    }

    private static void readOrRefuse(byte[] wav) {
        try {
            assertThat(WavReader.parse(ByteBuffer.wrap(wav), "a.wav")).isNotNull();
        } catch (BadInputException e) {
            assertThat(e.getMessage())
                    .startsWith("a.wav: ")
                    .doesNotContain("\n")
                    .contains("expected");
        }
    }

    private static void assertRefused(byte[] wav, String why) {
        assertThatThrownBy(() -> WavReader.parse(ByteBuffer.wrap(wav), "a.wav"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("a.wav: ")
                .hasMessageContaining(why)
                .hasMessageNotContaining("\n");
    }
}
