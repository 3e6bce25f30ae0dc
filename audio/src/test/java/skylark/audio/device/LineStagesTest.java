package skylark.audio.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import skylark.audio.voice.Pacer;
import skylark.stage.Doorbell;
import skylark.stage.Link;
import skylark.stage.StageInvoker;
import skylark.stage.StageRunner;

/** Microphone and loudspeaker with devices that fail, die, hang and come back. */
class LineStagesTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final AtomicLong nowNs = new AtomicLong(SECOND_NS);
    private final ScriptedSystem devices = new ScriptedSystem();
    private final List<DeviceNews> news = new ArrayList<>();
    private final Link<SoundBlock> heard = new Link<>("microphone", 64, new Doorbell());
    private final Link<SoundBlock> said = new Link<>("loudspeaker", 16, new Doorbell());
    private final AtomicInteger flushes = new AtomicInteger();
    private final AtomicLong latencyNs = new AtomicLong();

    private MicrophoneStage microphone(LineStage.NewsDesk desk) {
        return new MicrophoneStage(
                () -> devices.openCapture("usb-mic", 40), heard, desk, new NativeCalls(), nowNs::get);
    }

    private LoudspeakerStage loudspeaker(ScriptedSystem system, LineStage.NewsDesk desk) {
        return new LoudspeakerStage(
                () -> system.openPlayback("usb-headset", 40),
                said,
                flushes,
                latencyNs,
                desk,
                new NativeCalls(),
                nowNs::get);
    }

    private StageInvoker loudspeaker() {
        return new StageInvoker(loudspeaker(devices, news::add), nowNs::get);
    }

    private LiveLoudspeaker playback() {
        return new LiveLoudspeaker(said, flushes, new Pacer(nowNs::get, nowNs::addAndGet), nowNs::get);
    }

    @Test
    void shouldHandOverSoundWithTheTimeAtWhichItWasTaken() throws Exception {
        StageInvoker stage = new StageInvoker(microphone(news::add), nowNs::get);
        stage.invoke();
        assertThat(stage.invoke()).isEqualTo(1);
        SoundBlock block = heard.poll();
        assertThat(block).isNotNull();
        assertThat(block.count).isEqualTo(160);
        assertThat(block.samples).containsOnly((short) 1_000);
        assertThat(block.endNs).isEqualTo(SECOND_NS - 5_000_000);
    }

    @Test
    void shouldTryAgainASecondAfterItCouldNotOpen() throws Exception {
        devices.opens.add(ScriptedSystem.fails(DeviceState.MISSING));
        StageInvoker stage = new StageInvoker(microphone(news::add), nowNs::get);
        stage.invoke();
        stage.invoke();
        assertThat(news).containsExactly(new DeviceNews.Failed(Direction.INPUT, DeviceState.MISSING, "scripted"));
        nowNs.addAndGet(SECOND_NS);
        stage.invoke();
        assertThat(news).last().isEqualTo(new DeviceNews.Opened(Direction.INPUT));
    }

    @Test
    void shouldOpenADeviceThatDiedAtOnceAndCloseTheOldLine() throws Exception {
        StageInvoker stage = new StageInvoker(microphone(news::add), nowNs::get);
        stage.invoke();
        stage.invoke();
        devices.calls.add(ScriptedSystem.fails(DeviceState.LOST));
        stage.invoke();
        assertThat(devices.closed).isEqualTo(1);
        stage.invoke();
        assertThat(devices.opened).isEqualTo(2);
        assertThat(stage.invoke()).isEqualTo(1);
    }

    @Test
    void shouldReportZerosAndClipping() throws Exception {
        StageInvoker stage = new StageInvoker(microphone(news::add), nowNs::get);
        stage.invoke();
        devices.sample = 0;
        for (int i = 0; i < 10; i++) {
            stage.invoke();
        }
        devices.sample = Short.MIN_VALUE;
        for (int i = 0; i < 10; i++) {
            stage.invoke();
        }
        assertThat(news)
                .containsExactly(
                        new DeviceNews.Opened(Direction.INPUT),
                        new DeviceNews.Heard(Direction.INPUT, true, 0),
                        new DeviceNews.Heard(Direction.INPUT, false, 1_600));
    }

    @Test
    @Timeout(30)
    void shouldReplaceAThreadThatHangsInACallAndIgnoreWhatItComesBackWith() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch until = new CountDownLatch(1);
        devices.calls.add(ScriptedSystem.goesWell());
        devices.calls.add(ScriptedSystem.hangs(entered, until));
        Link<DeviceNews> desk = new Link<>("news", 256, new Doorbell());
        NativeCalls calls = new NativeCalls();
        StageRunner line = new StageRunner(
                () -> new MicrophoneStage(
                        () -> devices.openCapture("usb-mic", 40), heard, desk::offer, calls, nowNs::get),
                new Doorbell(),
                nowNs::get);
        ScriptedSystem well = new ScriptedSystem();
        StageRunner idle = new StageRunner(() -> loudspeaker(well, desk::offer), new Doorbell(), nowNs::get);
        List<String> told = new ArrayList<>();
        idle.start();
        line.start();
        try (line;
                idle;
                StageInvoker watch = new StageInvoker(
                        new SoundWatchStage(desk, line, idle, change -> told.add(change.spoken()), nowNs.get()),
                        nowNs::get)) {
            assertThat(entered.await(10, TimeUnit.SECONDS)).isTrue();
            watch.drain();
            nowNs.addAndGet(SECOND_NS + SECOND_NS / 5);
            watch.drain();
            assertThat(told).contains("microphone stuck");
            assertThat(line.restarts()).isEqualTo(1);
            while (devices.opened < 2) {
                Thread.onSpinWait();
            }
            until.countDown();
            while (devices.closed < 1) {
                Thread.onSpinWait();
            }
        }
        assertThat(line.isAlive()).isFalse();
    }

    @Test
    void shouldSendNoMoreThanFourThreadsAfterEachOther() {
        NativeCalls calls = new NativeCalls();
        for (int i = 0; i < 4; i++) {
            assertThat(calls.enter()).isTrue();
        }
        assertThat(calls.enter()).isFalse();
        calls.leave();
        assertThat(calls.enter()).isTrue();
    }

    @Test
    void shouldPlayWhatWasSaidButNotWhatWasHushed() throws Exception {
        StageInvoker stage = loudspeaker();
        stage.invoke();
        try (LiveLoudspeaker playback = playback()) {
            playback.begin("turn-1");
            playback.write(new short[320], 0, 320);
            stage.drain();
            assertThat(devices.played).isEqualTo(320);
            playback.write(new short[320], 0, 320);
            playback.flush();
            playback.write(new short[100], 0, 100);
            stage.drain();
        }
        assertThat(devices.played).isEqualTo(420);
        assertThat(devices.flushed).isEqualTo(1);
    }

    @Test
    void shouldGoOnAtTheSamePaceWithoutALoudspeaker() throws Exception {
        for (int i = 0; i < 10; i++) {
            devices.opens.add(ScriptedSystem.fails(DeviceState.BUSY));
        }
        StageInvoker stage = loudspeaker();
        try (LiveLoudspeaker playback = playback()) {
            for (int i = 0; i < 200; i++) {
                playback.write(new short[160], 0, 160);
                stage.drain();
            }
        }
        assertThat(nowNs.get() - SECOND_NS).isEqualTo(2 * SECOND_NS - 20_000_000);
        assertThat(said.refused()).isZero();
        assertThat(devices.played).isZero();
    }

    @Test
    void shouldCountWhatAStuckLoudspeakerDoesNotTake() {
        try (LiveLoudspeaker playback = playback()) {
            for (int i = 0; i < 200; i++) {
                playback.write(new short[160], 0, 160);
            }
        }
        assertThat(said.refused()).isEqualTo(200 - said.capacity());
        assertThat(nowNs.get() - SECOND_NS).isEqualTo(2 * SECOND_NS - 20_000_000);
    }

    @Test
    void shouldTellHowMuchLaterThanItsHandOverTheFirstAudibleSampleSounds() throws Exception {
        StageInvoker stage = loudspeaker();
        stage.invoke();
        short[] quiet = new short[160];
        short[] loud = new short[160];
        loud[16] = 10_000;
        Pacer pacer = new Pacer(nowNs::get, ns -> {
            drain(stage);
            nowNs.addAndGet(ns);
        });
        try (LiveLoudspeaker playback = new LiveLoudspeaker(said, flushes, pacer, nowNs::get)) {
            playback.begin("turn-1");
            playback.write(quiet, 0, 160);
            for (int i = 0; i < 20; i++) {
                playback.write(loud, 0, 160);
            }
        }
        // At 90 ms 109 ms were written since that sample, the last of which sounds 30 ms later.
        assertThat(latencyNs.get()).isEqualTo(11_000_000);
    }

    private static void drain(StageInvoker stage) {
        try {
            stage.drain();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
