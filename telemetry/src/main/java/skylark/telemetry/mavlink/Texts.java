package skylark.telemetry.mavlink;

import java.util.function.BiConsumer;

/** Puts long STATUSTEXTs together again. A lost piece leaves "..."; a lost end is waited for half a second. Owned by one thread. */
final class Texts {
    private static final int PIECE = 50;
    private static final int MOST_PIECES = 8;
    private static final long PATIENCE_NS = 500_000_000;

    private final BiConsumer<Integer, String> sink;
    private final StringBuilder text = new StringBuilder();
    private int id;
    private int severity;
    private int next;
    private long sinceNs;

    /** @param sink takes severity and text */
    Texts(BiConsumer<Integer, String> sink) {
        this.sink = sink;
    }

    void take(Message message, long nowNs) {
        int pieceId = message.whole("id");
        String piece = message.text("text");
        if (pieceId == 0) {
            sink.accept(message.whole("severity"), printable(piece));
            return;
        }
        if (pieceId != id) {
            flush();
            id = pieceId;
            severity = message.whole("severity");
        }
        int number = message.whole("chunk_seq");
        if (number < next) {
            return; // a copy
        }
        text.append(number > next ? "..." : "").append(piece);
        next = number + 1;
        sinceNs = nowNs;
        if (piece.length() < PIECE || next >= MOST_PIECES) {
            flush();
        }
    }

    void tick(long nowNs) {
        if (id != 0 && nowNs - sinceNs > PATIENCE_NS) {
            text.append("...");
            flush();
        }
    }

    private void flush() {
        if (id != 0 && text.length() > 0) {
            sink.accept(severity, printable(text.toString()));
        }
        text.setLength(0);
        id = 0;
        next = 0;
    }

    private static String printable(String raw) {
        return raw.replaceAll("[^\\x20-\\x7e]", "").strip();
    }
}
