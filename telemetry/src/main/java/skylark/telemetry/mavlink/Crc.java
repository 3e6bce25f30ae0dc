package skylark.telemetry.mavlink;

/** MAVLink's checksum, CRC-16/MCRF4XX. */
final class Crc {
    static final int START = 0xFFFF;

    private Crc() {}

    static int add(int crc, int value) {
        int mixed = (value ^ crc) & 0xFF;
        mixed = (mixed ^ (mixed << 4)) & 0xFF;
        return ((crc >>> 8) ^ (mixed << 8) ^ (mixed << 3) ^ (mixed >>> 4)) & 0xFFFF;
    }

    static int of(byte[] bytes, int from, int to, int extra) {
        int crc = START;
        for (int i = from; i < to; i++) {
            crc = add(crc, bytes[i]);
        }
        return add(crc, extra);
    }
}
