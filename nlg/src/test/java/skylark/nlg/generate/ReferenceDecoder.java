package skylark.nlg.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * A decoder in plain Java, id by id, without any library: what the others are compared with. Subclasses differ in the
 * kind of network.
 */
abstract class ReferenceDecoder {
    final Weights weights;
    final int layers;
    final int heads;
    private final List<List<float[]>> keys = new ArrayList<>();
    private final List<List<float[]>> values = new ArrayList<>();
    private int length;

    ReferenceDecoder(Weights weights, int layers, int heads) {
        this.weights = weights;
        this.layers = layers;
        this.heads = heads;
    }

    /** The scores after each of the ids. */
    final List<float[]> scores(long[] ids) {
        keys.clear();
        values.clear();
        for (int layer = 0; layer < layers; layer++) {
            keys.add(new ArrayList<>());
            values.add(new ArrayList<>());
        }
        length = 0;
        List<float[]> all = new ArrayList<>();
        for (long id : ids) {
            all.add(next((int) id));
        }
        return all;
    }

    /** The best token after the prompt, and so on, until {@code eos} or the limit. */
    final List<Integer> greedy(long[] prompt, int most, int eos) {
        float[] scores = scores(prompt).get(prompt.length - 1);
        List<Integer> said = new ArrayList<>();
        while (said.size() < most) {
            int best = best(scores);
            if (best == eos) {
                return said;
            }
            said.add(best);
            scores = next(best);
        }
        return said;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int id = 1; id < scores.length; id++) {
            best = scores[id] > scores[best] ? id : best;
        }
        return best;
    }

    private float[] next(int id) {
        float[] x = embed(id, length);
        for (int layer = 0; layer < layers; layer++) {
            x = block(layer, x, length, keys.get(layer), values.get(layer));
        }
        length++;
        return head(x);
    }

    abstract float[] embed(int id, int position);

    /** Adds this id's key and value to the lists. */
    abstract float[] block(int layer, float[] x, int position, List<float[]> keys, List<float[]> values);

    abstract float[] head(float[] x);

    /** A column of a matrix [rows, columns]. */
    static float[] column(float[] matrix, int rows, int column) {
        int columns = matrix.length / rows;
        float[] found = new float[rows];
        for (int row = 0; row < rows; row++) {
            found[row] = matrix[row * columns + column];
        }
        return found;
    }
}
