package skylark.nlg.generate;

/** The arithmetic of decoders, written to be read. */
final class Naive {
    private Naive() {}

    /** A row times a matrix [in, out]. */
    static float[] times(float[] row, float[] matrix) {
        int out = matrix.length / row.length;
        float[] product = new float[out];
        for (int i = 0; i < row.length; i++) {
            for (int o = 0; o < out; o++) {
                product[o] += row[i] * matrix[i * out + o];
            }
        }
        return product;
    }

    static float[] plus(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    static float[] part(float[] row, int index, int size) {
        return java.util.Arrays.copyOfRange(row, index * size, (index + 1) * size);
    }

    static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static float[] layerNorm(float[] x, float[] scale, float[] shift) {
        double mean = 0;
        double square = 0;
        for (float each : x) {
            mean += each / x.length;
        }
        for (float each : x) {
            square += (each - mean) * (each - mean) / x.length;
        }
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) ((x[i] - mean) / Math.sqrt(square + 1e-5)) * scale[i] + shift[i];
        }
        return y;
    }

    static float[] rootMeanSquareNorm(float[] x, float[] scale) {
        double square = 0;
        for (float each : x) {
            square += (double) each * each / x.length;
        }
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) (x[i] / Math.sqrt(square + 1e-5)) * scale[i];
        }
        return y;
    }

    static float gelu(float x) {
        return (float) (0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));
    }

    static float silu(float x) {
        return (float) (x / (1 + Math.exp(-x)));
    }

    /** What one head sees: the values of all ids so far, mixed by how well their keys fit the query. */
    static float[] attend(float[] query, java.util.List<float[]> keys, java.util.List<float[]> values, int head) {
        int size = query.length;
        double[] shares = new double[keys.size()];
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < shares.length; t++) {
            shares[t] = dot(query, part(keys.get(t), head, size));
            most = Math.max(most, shares[t]);
        }
        double sum = 0;
        for (int t = 0; t < shares.length; t++) {
            shares[t] = Math.exp(shares[t] - most);
            sum += shares[t];
        }
        float[] mixed = new float[size];
        for (int t = 0; t < shares.length; t++) {
            float[] value = part(values.get(t), head, size);
            for (int i = 0; i < size; i++) {
                mixed[i] += (float) (shares[t] / sum) * value[i];
            }
        }
        return mixed;
    }
}
