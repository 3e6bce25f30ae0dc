package skylark.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordingSourceTest {
    private static final long FRAME_NS = 32_000_000;

    private final Frame frame = new Frame();

    @Test
    void shouldPaceFramesByTheClock() {
        RecordingSource source = new RecordingSource(true, 1);
        long startNs = 5_000;
        assertThat(source.patient()).isFalse();
        assertThat(source.nextFrameNs(startNs)).isEqualTo(startNs + FRAME_NS);
        source.read(frame, startNs + 3 * FRAME_NS);
        assertThat(frame.endNs).as("late reading does not move it").isEqualTo(startNs + FRAME_NS);
        assertThat(source.nextFrameNs(startNs + 3 * FRAME_NS)).isEqualTo(startNs + 2 * FRAME_NS);
        assertThat(frame.samples).containsOnly((short) 0);
    }

    @Test
    void shouldSayWhenARecordingBegan() {
        RecordingSource source = new RecordingSource(true, 1);
        source.nextFrameNs(0);
        source.read(frame, FRAME_NS);
        RecordingSource.Cue cue = new RecordingSource.Cue(Drafts.sound(1_000, 700));
        source.play(cue);
        assertThat(cue.startNs()).isEqualTo(Trace.UNSET);
        assertThat(cue.firstFrame()).isEqualTo(-1);
        frame.index = 1;
        source.read(frame, 2 * FRAME_NS);
        assertThat(cue.startNs()).isEqualTo(FRAME_NS);
        assertThat(cue.firstFrame()).isEqualTo(1);
        assertThat(frame.samples).containsOnly((short) 1_000);
        frame.index = 2;
        source.read(frame, 3 * FRAME_NS);
        assertThat(frame.samples[187]).isEqualTo((short) 1_000);
        assertThat(frame.samples[188]).as("silence follows").isZero();
        assertThat(cue.startNs()).isEqualTo(FRAME_NS);
    }

    @Test
    void shouldEndARecordingAfterItsTailOfSilence() {
        RecordingSource source = new RecordingSource(false, 0.1);
        RecordingSource.Cue cue = new RecordingSource.Cue(Drafts.sound(1_000, 512));
        assertThat(source.patient()).isTrue();
        assertThat(source.nextFrameNs(10)).as("nothing to play").isGreaterThan(10);
        source.play(cue);
        int frames = 0;
        while (!cue.ended()) {
            assertThat(source.nextFrameNs(10)).isEqualTo(10);
            source.read(frame, 10);
            frames++;
        }
        assertThat(frames).as("one of sound, 0.1 s of silence").isEqualTo(1 + 4);
        assertThat(source.nextFrameNs(10)).isGreaterThan(10);
    }

    @Test
    void shouldPlayOneRecordingAfterTheOther() {
        RecordingSource source = new RecordingSource(false, 0.01);
        for (int amplitude = 1; amplitude <= 2; amplitude++) {
            RecordingSource.Cue cue = new RecordingSource.Cue(Drafts.sound(amplitude, 512));
            source.play(cue);
            source.read(frame, 0);
            assertThat(frame.samples).containsOnly((short) amplitude);
            source.read(frame, 0);
            assertThat(cue.ended()).isTrue();
        }
    }
}
