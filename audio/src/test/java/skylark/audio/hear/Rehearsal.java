package skylark.audio.hear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skylark.audio.hear.HearingEvent.SpeechCommit;
import skylark.audio.hear.Recogniser.Transcript;
import skylark.audio.hear.Recordings.Recording;

/** Plays recordings to a Hearing and an OpenEar on one thread, and keeps what came of it. */
final class Rehearsal implements AutoCloseable {
    private static final java.lang.management.ThreadMXBean CPU =
            java.lang.management.ManagementFactory.getThreadMXBean();
    static final int FRAME = SpeechDetector.FRAME_SAMPLES;

    /** What was heard at the last speech commit, and its delay after the label. */
    record Turn(
            Recording said, Transcript list, Transcript open, double epdMs, int commits, List<HearingEvent> events) {}

    final List<Long> listStepNs = new ArrayList<>();
    final List<Long> openStepNs = new ArrayList<>();
    final List<Long> openSoFarNs = new ArrayList<>();
    long audioFrames;

    private final Hearing hearing;
    private final OpenEar openEar;
    private final List<HearingEvent> events = new ArrayList<>();
    private Transcript open = Transcript.EMPTY;
    /** What the list recogniser had heard when the open one was asked. */
    private Transcript looked = Transcript.EMPTY;

    private long index;

    Rehearsal(
            SpeechDetector detector, Recogniser list, Recogniser open, EndpointRules rules, Completeness.Judge judge) {
        hearing = new Hearing(detector, SpeechGate.usual(), list, new Endpoint(rules, judge), events::add);
        openEar = new OpenEar(open, rules);
    }

    /** Plays the recording and then silence until nothing more can come of it. */
    Turn play(Recording recording) {
        short[] samples = recording.samples();
        events.clear();
        open = Transcript.EMPTY;
        looked = Transcript.EMPTY;
        long first = index;
        int frames = (samples.length + FRAME - 1) / FRAME + 60;
        for (int i = 0; i < frames; i++) {
            step(frame(samples, i));
        }
        List<HearingEvent> mine = List.copyOf(events);
        return turn(recording, mine, first);
    }

    private Turn turn(Recording recording, List<HearingEvent> mine, long first) {
        Transcript list = Transcript.EMPTY;
        double epdMs = Double.NaN;
        int commits = 0;
        for (HearingEvent event : mine) {
            if (event instanceof SpeechCommit commit) {
                list = looked;
                epdMs = ((commit.frame() + 1 - first) * 0.032 - recording.eosS()) * 1000;
                commits++;
            }
        }
        return new Turn(recording, list, open, epdMs, commits, mine);
    }

    private void step(short[] frame) {
        int before = events.size();
        long t0 = CPU.getCurrentThreadCpuTime();
        hearing.accept(frame, index);
        long t1 = CPU.getCurrentThreadCpuTime();
        openEar.accept(frame, index);
        for (HearingEvent event : List.copyOf(events.subList(before, events.size()))) {
            follow(event);
        }
        long t2 = CPU.getCurrentThreadCpuTime();
        listStepNs.add(t1 - t0);
        openStepNs.add(t2 - t1);
        audioFrames++;
        index++;
    }

    private void follow(HearingEvent event) {
        if (event instanceof HearingEvent.SpeechStarted) {
            openEar.start();
        } else if (event instanceof HearingEvent.SpeechPaused paused
                && !paused.transcript().text().equals(looked.text())) {
            looked = paused.transcript();
            long t = CPU.getCurrentThreadCpuTime();
            open = openEar.peek();
            openSoFarNs.add(CPU.getCurrentThreadCpuTime() - t);
        } else if (event instanceof HearingEvent.ActionCommit) {
            openEar.end();
        } else if (event instanceof HearingEvent.TurnDiscarded) {
            openEar.end();
        }
    }

    private static short[] frame(short[] samples, int i) {
        int from = Math.min(samples.length, i * FRAME);
        return Arrays.copyOf(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + FRAME)), FRAME);
    }

    static String ms(List<Long> ns) {
        long[] sorted = ns.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : "p50 %.2f p95 %.2f p99 %.2f max %.2f ms, n %d"
                        .formatted(at(sorted, .5), at(sorted, .95), at(sorted, .99), at(sorted, 1), sorted.length);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }

    @Override
    public void close() {
        hearing.close();
        openEar.close();
    }
}
