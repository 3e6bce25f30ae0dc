package skylark.models.onnx;

import ai.onnxruntime.OnnxJavaType;

/** What a tensor holds. */
public enum ElementType {
    FLOAT32(Float.BYTES),
    INT64(Long.BYTES),
    INT32(Integer.BYTES),
    BOOL(1),
    /** A type that no tensor of ours can hold; seen only in {@link TensorSpec}. */
    OTHER(0);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    static ElementType of(OnnxJavaType type) {
        return switch (type) {
            case FLOAT -> FLOAT32;
            case INT64 -> INT64;
            case INT32 -> INT32;
            case BOOL -> BOOL;
            default -> OTHER;
        };
    }
}
