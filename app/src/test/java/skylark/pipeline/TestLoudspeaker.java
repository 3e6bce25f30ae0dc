package skylark.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import skylark.audio.voice.Loudspeaker;

/** Keeps what was asked of it. */
final class TestLoudspeaker implements Loudspeaker {
    final List<String> calls = new CopyOnWriteArrayList<>();
    /** The first sample of each slice. */
    final List<Integer> heard = new CopyOnWriteArrayList<>();

    final List<Integer> sliceLengths = new CopyOnWriteArrayList<>();

    @Override
    public void begin(String name) {
        calls.add("begin " + name);
    }

    @Override
    public void write(short[] samples, int offset, int length) {
        heard.add((int) samples[offset]);
        sliceLengths.add(length);
    }

    @Override
    public void flush() {
        calls.add("flush");
    }

    @Override
    public void end() {
        calls.add("end");
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
