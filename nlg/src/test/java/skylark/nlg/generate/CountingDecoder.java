package skylark.nlg.generate;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Notes how many ids each run takes. */
class CountingDecoder implements Decoder {
    final List<Integer> runs = new ArrayList<>();
    private final FloatBuffer scores = FloatBuffer.allocate(16);
    int length;

    @Override
    public int vocabulary() {
        return scores.capacity();
    }

    @Override
    public int context() {
        return 64;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void truncate(int newLength) {
        length = newLength;
    }

    @Override
    public void forward(long[] ids, int from, int count) {
        runs.add(count);
        length += count;
    }

    @Override
    public FloatBuffer scores() {
        return scores;
    }

    @Override
    public int scoresAt() {
        return 0;
    }

    @Override
    public void cancel() {}

    @Override
    public void rearm() {}

    @Override
    public void close() {}
}
