package skylark.audio.device;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import skylark.stage.Link;
import skylark.stage.Stage;
import skylark.stage.StageRunner;

/** Watches over microphone and loudspeaker: tells what is wrong, and replaces the thread of a line that is stuck. */
final class SoundWatchStage implements Stage {
    private static final long LOOK_EVERY_NS = 100_000_000;

    private final Link<DeviceNews> news;
    private final List<Watched> watched;
    private final Consumer<DeviceChange> listener;
    private long nextLookNs = Long.MIN_VALUE;
    private long nowNs;

    private record Watched(Direction direction, DeviceWatch watch, StageRunner line) {}

    /** @param listener called on this stage's thread; must not block */
    SoundWatchStage(
            Link<DeviceNews> news,
            StageRunner microphone,
            StageRunner loudspeaker,
            Consumer<DeviceChange> listener,
            long nowNs) {
        this.news = news;
        this.listener = listener;
        this.watched = List.of(
                new Watched(Direction.INPUT, new DeviceWatch(Direction.INPUT, nowNs), microphone),
                new Watched(Direction.OUTPUT, new DeviceWatch(Direction.OUTPUT, nowNs), loudspeaker));
    }

    @Override
    public String roleName() {
        return "sound";
    }

    @Override
    public int doWork(long now) {
        nowNs = now;
        DeviceNews next = news.poll();
        if (next != null) {
            for (Watched device : watched) {
                if (device.direction() == next.direction()) {
                    tell(device.watch().take(next, now));
                }
            }
            return 1;
        }
        if (nextLookNs == Long.MIN_VALUE || now >= nextLookNs) {
            nextLookNs = now + LOOK_EVERY_NS;
            watched.forEach(device -> look(device, now));
        }
        return 0;
    }

    private void look(Watched device, long now) {
        StageRunner line = device.line();
        tell(device.watch().look(line.busyNs(now), line.isAlive(), now));
        if (device.watch().takeReplace()) {
            line.restart();
        }
    }

    private void tell(@Nullable DeviceChange change) {
        if (change != null) {
            listener.accept(change);
        }
    }

    @Override
    public long idleNs() {
        return Math.max(1, nextLookNs - nowNs);
    }
}
