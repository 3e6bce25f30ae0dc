package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.audio.pcm.WavReader;

/** People, not synthesisers: the recordings of Debian's pocketsphinx-testdata. */
@Tag("slow")
class HumanSpeechTest {
    private static final Path FOLDER = Path.of("/usr/share/pocketsphinx/test/data");

    /** Prose of 1811, which the small model was not made for: 0.25 when this was written. */
    @Test
    void shouldHearPeopleReading() throws IOException {
        assumeInstalled();
        WordErrors errors = new WordErrors();
        try (VoskModel model = InstalledModels.vosk();
                Recogniser open = model.open()) {
            for (String line : Files.readAllLines(FOLDER.resolve("librivox/transcription"))) {
                String name = line.substring(line.indexOf('(') + 1, line.indexOf(')'));
                String said = line.replaceAll("<s>|</s>|\\(.*", "").strip();
                errors.add(said, hear(open, WavReader.read(FOLDER.resolve("librivox/" + name + ".wav"))));
            }
        }
        assertThat(errors.rate()).as("%s", errors).isLessThanOrEqualTo(0.28);
    }

    @Test
    void shouldHearACommandByTheOpenRecogniserAndByAPhraseList() throws IOException {
        assumeInstalled();
        short[] command = raw("goforward.raw");
        try (VoskModel model = InstalledModels.vosk();
                Recogniser open = model.open();
                Recogniser list = model.of(PhraseList.of(
                        List.of("go forward ten metres", "go back five metres", "climb three metres"),
                        model.vocabulary()))) {
            assertThat(hear(open, command)).isEqualTo("go forward ten metres");
            assertThat(hear(list, command)).isEqualTo("go forward ten metres");
        }
    }

    @Test
    void shouldFindTheEndOfACommandOnce() throws IOException {
        assumeInstalled();
        List<HearingEvent> events = new java.util.ArrayList<>();
        try (VoskModel model = InstalledModels.vosk();
                Hearing hearing = new Hearing(
                        InstalledModels.silero(),
                        SpeechGate.usual(),
                        model.of(PhraseList.of(List.of("go forward ten metres"), model.vocabulary())),
                        new Endpoint(
                                EndpointRules.DEFAULT,
                                words -> words.endsWith("metres") ? Completeness.COMPLETE : Completeness.INCOMPLETE),
                        events::add)) {
            short[] padded = Arrays.copyOf(raw("goforward.raw"), 80_000);
            for (int frame = 0; frame < padded.length / 512; frame++) {
                hearing.accept(Arrays.copyOfRange(padded, frame * 512, frame * 512 + 512), frame);
            }
        }
        assertThat(events.stream().filter(HearingEvent.SpeechCommit.class::isInstance))
                .singleElement()
                .satisfies(event ->
                        assertThat(((HearingEvent.SpeechCommit) event).words()).isEqualTo("go forward ten metres"));
        assertThat(events.get(events.size() - 1)).isInstanceOf(HearingEvent.ActionCommit.class);
    }

    private static String hear(Recogniser recogniser, short[] samples) {
        for (int at = 0; at < samples.length; at += 512) {
            int length = Math.min(512, samples.length - at);
            recogniser.accept(Arrays.copyOfRange(samples, at, at + length), length);
        }
        return recogniser.finish().text();
    }

    private static short[] raw(String name) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[bytes.remaining() / 2];
        bytes.asShortBuffer().get(samples);
        return samples;
    }

    private static void assumeInstalled() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "pocketsphinx-testdata is not installed");
    }
}
