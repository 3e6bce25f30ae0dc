package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;

/** Bytes to a vehicle and back. Owned by one thread; no method waits for the other side. */
interface Transport extends AutoCloseable {

    /**
     * The bytes that have come: of one datagram, or a piece of a stream. What went wrong is mended in time.
     *
     * @param into cleared; filled from its beginning
     * @return how many; 0 when there are none now
     */
    int read(ByteBuffer into, long nowNs);

    /** Sends a frame; false when it went nowhere. */
    boolean write(byte[] frame);

    /** What is sent from now on goes to where the last bytes came from. */
    default void answer() {}

    /** Whether {@link #read} gives whole datagrams. */
    default boolean datagrams() {
        return false;
    }

    /** Whether this is a recording, to which nothing can be said. */
    default boolean recorded() {
        return false;
    }

    @Override
    void close();
}
