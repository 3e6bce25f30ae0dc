package skylark.nlg.generate;

import static skylark.nlg.generate.Naive.attend;
import static skylark.nlg.generate.Naive.layerNorm;
import static skylark.nlg.generate.Naive.part;
import static skylark.nlg.generate.Naive.plus;
import static skylark.nlg.generate.Naive.times;

import java.util.List;

/** GPT-2: learnt positions, layer norms before each half, a tied embedding [width, vocabulary]. */
final class ReferenceGpt2 extends ReferenceDecoder {
    private final float scale;

    /** @param scale of queries; 1 where the weights contain it */
    ReferenceGpt2(Weights weights, int layers, int heads, double scale) {
        super(weights, layers, heads);
        this.scale = (float) scale;
    }

    @Override
    float[] embed(int id, int position) {
        int width = weights.get("ln").length;
        return plus(column(weights.get("wte"), width, id), part(weights.get("wpe"), position, width));
    }

    @Override
    float[] block(int layer, float[] x, int position, List<float[]> keys, List<float[]> values) {
        String name = "blocks." + layer + ".";
        int width = x.length;
        float[] qkv = linear(norm(x, name + "ln1"), name + "qkv");
        keys.add(part(qkv, 1, width));
        values.add(part(qkv, 2, width));
        float[] mixed = new float[width];
        int size = width / heads;
        for (int head = 0; head < heads; head++) {
            float[] query = part(qkv, head, size);
            for (int i = 0; i < size; i++) {
                query[i] *= scale;
            }
            System.arraycopy(attend(query, keys, values, head), 0, mixed, head * size, size);
        }
        float[] between = plus(x, linear(mixed, name + "proj"));
        float[] wide = linear(norm(between, name + "ln2"), name + "up");
        for (int i = 0; i < wide.length; i++) {
            wide[i] = Naive.gelu(wide[i]);
        }
        return plus(between, linear(wide, name + "down"));
    }

    @Override
    float[] head(float[] x) {
        return times(norm(x, "ln"), weights.get("wte"));
    }

    private float[] norm(float[] x, String name) {
        return layerNorm(x, weights.get(name), weights.get(name + ".shift"));
    }

    private float[] linear(float[] x, String name) {
        return plus(times(x, weights.get(name)), weights.get(name + ".bias"));
    }
}
