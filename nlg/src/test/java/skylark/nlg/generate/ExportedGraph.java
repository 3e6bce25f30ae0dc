package skylark.nlg.generate;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes decoders with the names of Hugging Face's exporter: GPT-2's kind and Llama's, with weights by chance. */
public final class ExportedGraph {
    public static final int VOCABULARY = 300;
    static final int LAYERS = 2;
    static final int HEADS = 4;
    static final int KEY_HEADS = 2;
    static final int SIZE = 8;
    static final int WIDTH = HEADS * SIZE;
    static final int CONTEXT = 512;

    private final GraphWriter graph = new GraphWriter();
    private final boolean llama;
    private final boolean past;
    private final int keyHeads;
    private String mask = "";

    private ExportedGraph(boolean llama, boolean past) {
        this.llama = llama;
        this.past = past;
        this.keyHeads = llama ? KEY_HEADS : HEADS;
    }

    /** A whole model; {@code shift} is added before the scores of a GPT-2. */
    public static byte[] model(boolean llama, float shift) {
        Weights weights = weights(llama, 1);
        if (!llama) {
            java.util.Arrays.fill(weights.get("ln.shift"), shift);
        }
        return llama ? llama(weights, true) : gpt2(weights, true);
    }

    static Weights weights(boolean llama, long seed) {
        Random random = new Random(seed);
        Weights w = new Weights().random(random, "wte", 0, 1, WIDTH, VOCABULARY).random(random, "ln", 1, 0.1, WIDTH);
        if (!llama) {
            w.random(random, "wpe", 0, 0.5, CONTEXT, WIDTH).random(random, "ln.shift", 0, 0.1, WIDTH);
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            String name = "blocks." + layer + ".";
            w.random(random, name + "ln1", 1, 0.1, WIDTH).random(random, name + "ln2", 1, 0.1, WIDTH);
            linear(w, random, name + "proj", WIDTH, WIDTH, llama);
            linear(w, random, name + "up", WIDTH, 4 * WIDTH, llama);
            linear(w, random, name + "down", 4 * WIDTH, WIDTH, llama);
            if (llama) {
                linear(w, random, name + "q", WIDTH, WIDTH, true);
                linear(w, random, name + "k", WIDTH, KEY_HEADS * SIZE, true);
                linear(w, random, name + "v", WIDTH, KEY_HEADS * SIZE, true);
                linear(w, random, name + "gate", WIDTH, 4 * WIDTH, true);
            } else {
                w.random(random, name + "ln1.shift", 0, 0.1, WIDTH).random(random, name + "ln2.shift", 0, 0.1, WIDTH);
                linear(w, random, name + "qkv", WIDTH, 3 * WIDTH, false);
            }
        }
        return w;
    }

    private static void linear(Weights w, Random random, String name, int in, int out, boolean llama) {
        w.random(random, name, 0, 1 / Math.sqrt(in), in, out);
        if (!llama) {
            w.random(random, name + ".bias", 0, 0.1, out);
        }
    }

    static byte[] gpt2(Weights weights, boolean past) {
        return new ExportedGraph(false, past).write(weights);
    }

    static byte[] llama(Weights weights, boolean past) {
        return new ExportedGraph(true, past).write(weights);
    }

    private byte[] write(Weights weights) {
        graph.weights(weights);
        graph.input("input_ids", GraphWriter.INT64, "batch", "n");
        graph.input("attention_mask", GraphWriter.INT64, "batch", "t");
        graph.input("position_ids", GraphWriter.INT64, "batch", "n");
        graph.output("logits", GraphWriter.FLOAT, "batch", "n", VOCABULARY);
        String rows = graph.add("Gather", List.of("wte", "input_ids"), Map.of("axis", 1));
        String x = graph.add("Transpose", List.of(rows), Map.of("perm", List.of(1, 2, 0)));
        if (llama) {
            rotations();
        } else {
            x = graph.add("Add", x, graph.add("Gather", "wpe", "position_ids"));
        }
        mask = mask();
        for (int layer = 0; layer < LAYERS; layer++) {
            String name = "blocks." + layer + ".";
            x = graph.add("Add", x, attention(layer, norm(x, name + "ln1")));
            x = graph.add("Add", x, forward(name, norm(x, name + "ln2")));
        }
        graph.add("MatMul", List.of(norm(x, "ln"), "wte"), Map.of(), "logits");
        return graph.model();
    }

    /** 0 where an id may look, a large negative number elsewhere: [batch, 1, n, t]. */
    private String mask() {
        String all = axis("attention_mask");
        String first = graph.add("Sub", all, axis("input_ids"));
        String columns = range("0", all);
        String rows = graph.add("Unsqueeze", range(first, all), graph.ints(1));
        String causal = graph.add("LessOrEqual", columns, rows);
        String shown = graph.add("Cast", List.of("attention_mask"), Map.of("to", 9));
        String seen = graph.add("And", causal, graph.add("Unsqueeze", shown, graph.ints(1, 2)));
        String open = graph.floats("open", new float[] {0});
        return graph.add("Where", seen, open, graph.floats("shut", new float[] {-1e9f}));
    }

    private String axis(String tensor) {
        return graph.add("Squeeze", graph.add("Gather", graph.add("Shape", tensor), graph.ints(1)), graph.ints(0));
    }

    private String range(String from, String to) {
        String zero = graph.add("Squeeze", graph.ints(0), graph.ints(0));
        String one = graph.add("Squeeze", graph.ints(1), graph.ints(0));
        return graph.add("Range", from.equals("0") ? zero : from, to, one);
    }

    private void rotations() {
        float[] cos = new float[CONTEXT * SIZE];
        float[] sin = new float[CONTEXT * SIZE];
        for (int at = 0; at < cos.length; at++) {
            double angle = at / SIZE * Math.pow(10_000, -2.0 * (at % SIZE % (SIZE / 2)) / SIZE);
            cos[at] = (float) Math.cos(angle);
            sin[at] = (float) Math.sin(angle);
        }
        graph.floats("cos", cos, CONTEXT, SIZE);
        graph.floats("sin", sin, CONTEXT, SIZE);
        graph.add("Unsqueeze", List.of(graph.add("Gather", "cos", "position_ids"), graph.ints(1)), Map.of(), "cosines");
        graph.add("Unsqueeze", List.of(graph.add("Gather", "sin", "position_ids"), graph.ints(1)), Map.of(), "sines");
    }

    private String turned(String heads) {
        String first = graph.add("Slice", heads, graph.ints(0), graph.ints(SIZE / 2), graph.ints(3));
        String second = graph.add("Slice", heads, graph.ints(SIZE / 2), graph.ints(SIZE), graph.ints(3));
        String other = graph.add("Concat", List.of(graph.add("Neg", second), first), Map.of("axis", 3));
        return graph.add("Add", graph.add("Mul", heads, "cosines"), graph.add("Mul", other, "sines"));
    }

    private String attention(int layer, String x) {
        String name = "blocks." + layer + ".";
        String query = heads(part(x, name, "q", 0), HEADS);
        String key = heads(part(x, name, "k", 1), keyHeads);
        String value = heads(part(x, name, "v", 2), keyHeads);
        if (llama) {
            query = turned(query);
            key = turned(key);
        }
        key = grown(layer, "key", key);
        value = grown(layer, "value", value);
        String scores =
                graph.add("MatMul", query, graph.add("Transpose", List.of(key), Map.of("perm", List.of(0, 1, 3, 2))));
        String root = graph.floats("root" + layer, new float[] {(float) Math.sqrt(SIZE)});
        String masked = graph.add("Add", graph.add("Div", scores, root), mask);
        String mixed = graph.add("MatMul", graph.add("Softmax", masked), value);
        String joined = graph.add(
                "Reshape",
                graph.add("Transpose", List.of(mixed), Map.of("perm", List.of(0, 2, 1, 3))),
                graph.ints(0, 0, WIDTH));
        return linear(joined, name + "proj");
    }

    private String part(String x, String name, String which, int index) {
        if (llama) {
            return linear(x, name + which);
        }
        String all = linear(x, name + "qkv");
        return graph.add("Slice", all, graph.ints(index * WIDTH), graph.ints((index + 1) * WIDTH), graph.ints(2));
    }

    private String heads(String rows, int count) {
        String apart = graph.add("Reshape", rows, graph.ints(0, 0, count, SIZE));
        return graph.add("Transpose", List.of(apart), Map.of("perm", List.of(0, 2, 1, 3)));
    }

    /** Puts the past before the new ones, gives them all back, and repeats what several heads share. */
    private String grown(int layer, String kind, String fresh) {
        String all = fresh;
        if (past) {
            String before = "past_key_values." + layer + "." + kind;
            graph.input(before, GraphWriter.FLOAT, "batch", keyHeads, "past", SIZE);
            all = "present." + layer + "." + kind;
            graph.add("Concat", List.of(before, fresh), Map.of("axis", 2), all);
            graph.output(all, GraphWriter.FLOAT, "batch", keyHeads, "t", SIZE);
        }
        if (keyHeads == HEADS) {
            return all;
        }
        String apart = graph.add("Unsqueeze", all, graph.ints(2));
        String repeated = graph.add("Expand", apart, graph.ints(1, 1, HEADS / keyHeads, 1, 1));
        return graph.add("Reshape", repeated, graph.ints(0, HEADS, -1, SIZE));
    }

    private String forward(String name, String x) {
        if (llama) {
            String gate = linear(x, name + "gate");
            String open = graph.add("Mul", gate, graph.add("Sigmoid", gate));
            return linear(graph.add("Mul", open, linear(x, name + "up")), name + "down");
        }
        return linear(gelu(linear(x, name + "up"), name), name + "down");
    }

    private String gelu(String x, String name) {
        String cube = graph.add("Mul", graph.add("Mul", x, x), x);
        String inner = graph.add("Add", x, graph.add("Mul", cube, number(name + "cubes", 0.044715)));
        String tanh = graph.add("Tanh", graph.add("Mul", inner, number(name + "spread", Math.sqrt(2 / Math.PI))));
        String half = graph.add("Mul", x, number(name + "half", 0.5));
        return graph.add("Mul", half, graph.add("Add", tanh, number(name + "one", 1)));
    }

    private String number(String name, double value) {
        return graph.floats(name, new float[] {(float) value});
    }

    private String linear(String x, String name) {
        String product = graph.add("MatMul", x, name);
        return llama ? product : graph.add("Add", product, name + ".bias");
    }

    private String norm(String x, String name) {
        if (!llama) {
            return graph.add(
                    "LayerNormalization", List.of(x, name, name + ".shift"), Map.of("axis", -1, "epsilon", 1e-5f));
        }
        String square = graph.add("ReduceMean", List.of(graph.add("Mul", x, x)), Map.of("axes", List.of(-1)));
        String root = graph.add("Sqrt", graph.add("Add", square, number(name + "epsilon", 1e-5)));
        return graph.add("Mul", graph.add("Div", x, root), name);
    }
}
