package skylark.telemetry.outbox;

/**
 * A record in the outbox.
 *
 * @param row its place in the order of arrival
 * @param seq its number in the stream
 * @param body the envelope, but for what is added when it is sent
 */
record Entry(long row, Draft draft, long seq, String body) {
    String id() {
        return draft.id();
    }
}
