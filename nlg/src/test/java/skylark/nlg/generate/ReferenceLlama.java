package skylark.nlg.generate;

import static skylark.nlg.generate.Naive.attend;
import static skylark.nlg.generate.Naive.part;
import static skylark.nlg.generate.Naive.plus;
import static skylark.nlg.generate.Naive.rootMeanSquareNorm;
import static skylark.nlg.generate.Naive.times;

import java.util.List;

/** Llama: rotary positions, grouped heads, gated feed-forward, no biases. */
final class ReferenceLlama extends ReferenceDecoder {
    private final int keyHeads;

    ReferenceLlama(Weights weights, int layers, int heads, int keyHeads) {
        super(weights, layers, heads);
        this.keyHeads = keyHeads;
    }

    @Override
    float[] embed(int id, int position) {
        return column(weights.get("wte"), weights.get("ln").length, id);
    }

    @Override
    float[] block(int layer, float[] x, int position, List<float[]> keys, List<float[]> values) {
        String name = "blocks." + layer + ".";
        int size = x.length / heads;
        float[] normed = rootMeanSquareNorm(x, weights.get(name + "ln1"));
        float[] queries = times(normed, weights.get(name + "q"));
        keys.add(turned(times(normed, weights.get(name + "k")), size, position));
        values.add(times(normed, weights.get(name + "v")));
        queries = turned(queries, size, position);
        float[] mixed = new float[x.length];
        for (int head = 0; head < heads; head++) {
            float[] query = part(queries, head, size);
            for (int i = 0; i < size; i++) {
                query[i] /= (float) Math.sqrt(size);
            }
            int shared = head / (heads / keyHeads);
            System.arraycopy(attend(query, keys, values, shared), 0, mixed, head * size, size);
        }
        float[] between = plus(x, times(mixed, weights.get(name + "proj")));
        return plus(between, forward(rootMeanSquareNorm(between, weights.get(name + "ln2")), name));
    }

    private float[] forward(float[] x, String name) {
        float[] gate = times(x, weights.get(name + "gate"));
        float[] up = times(x, weights.get(name + "up"));
        for (int i = 0; i < gate.length; i++) {
            gate[i] = Naive.silu(gate[i]) * up[i];
        }
        return times(gate, weights.get(name + "down"));
    }

    @Override
    float[] head(float[] x) {
        return times(rootMeanSquareNorm(x, weights.get("ln")), weights.get("wte"));
    }

    /** Turns number i and number i + size/2 of each head together, by an angle that grows with the position. */
    private static float[] turned(float[] row, int size, int position) {
        float[] turned = new float[row.length];
        int half = size / 2;
        for (int at = 0; at < row.length; at++) {
            int i = at % size;
            double angle = position * Math.pow(10_000, -2.0 * (i % half) / size);
            float other = i < half ? -row[at + half] : row[at - half];
            turned[at] = (float) (row[at] * Math.cos(angle) + other * Math.sin(angle));
        }
        return turned;
    }
}
