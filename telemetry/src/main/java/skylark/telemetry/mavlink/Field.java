package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;

/**
 * One field of a message, in the little-endian payload.
 *
 * @param offset in bytes
 * @param count of an array's elements; 1 for a plain field
 */
record Field(String name, Kind kind, int offset, int count) {

    /** The types of MAVLink. */
    enum Kind {
        UINT8_T(1),
        INT8_T(1),
        CHAR(1),
        UINT16_T(2),
        INT16_T(2),
        UINT32_T(4),
        INT32_T(4),
        UINT64_T(8),
        INT64_T(8),
        FLOAT(4),
        DOUBLE(8);

        final int bytes;

        Kind(int bytes) {
            this.bytes = bytes;
        }
    }

    int end() {
        return offset + count * kind.bytes;
    }

    /** Of whole-number kinds; a float is cut. */
    long whole(ByteBuffer payload, int index) {
        int at = offset + index * kind.bytes;
        return switch (kind) {
            case UINT8_T -> payload.get(at) & 0xFF;
            case INT8_T, CHAR -> payload.get(at);
            case UINT16_T -> payload.getShort(at) & 0xFFFF;
            case INT16_T -> payload.getShort(at);
            case UINT32_T -> payload.getInt(at) & 0xFFFFFFFFL;
            case INT32_T -> payload.getInt(at);
            case UINT64_T, INT64_T -> payload.getLong(at);
            case FLOAT, DOUBLE -> (long) number(payload, index);
        };
    }

    double number(ByteBuffer payload, int index) {
        int at = offset + index * kind.bytes;
        return switch (kind) {
            case FLOAT -> payload.getFloat(at);
            case DOUBLE -> payload.getDouble(at);
            default -> whole(payload, index);
        };
    }

    void put(ByteBuffer payload, int index, long value) {
        int at = offset + index * kind.bytes;
        switch (kind) {
            case UINT8_T, INT8_T, CHAR -> payload.put(at, (byte) value);
            case UINT16_T, INT16_T -> payload.putShort(at, (short) value);
            case UINT32_T, INT32_T -> payload.putInt(at, (int) value);
            case UINT64_T, INT64_T -> payload.putLong(at, value);
            case FLOAT, DOUBLE -> put(payload, index, (double) value);
        }
    }

    void put(ByteBuffer payload, int index, double value) {
        int at = offset + index * kind.bytes;
        switch (kind) {
            case FLOAT -> payload.putFloat(at, (float) value);
            case DOUBLE -> payload.putDouble(at, value);
            default -> put(payload, index, Math.round(value));
        }
    }
}
