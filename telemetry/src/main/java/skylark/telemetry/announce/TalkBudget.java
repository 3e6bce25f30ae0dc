package skylark.telemetry.announce;

import java.util.ArrayDeque;

/** How much chatter a minute takes: six utterances and twelve seconds of speech. */
final class TalkBudget {
    static final int MOST_UTTERANCES = 6;
    static final long MOST_SPEECH_NS = 12_000_000_000L;
    private static final long WINDOW_NS = 60_000_000_000L;
    /** What an utterance counts until it is known how long it took. */
    private static final long USUAL_NS = 1_500_000_000;

    private final ArrayDeque<Utterance> utterances = new ArrayDeque<>();

    private record Utterance(long number, long atNs, long speechNs) {}

    boolean allows(long nowNs) {
        while (!utterances.isEmpty() && nowNs - utterances.getFirst().atNs >= WINDOW_NS) {
            utterances.removeFirst();
        }
        long speechNs = utterances.stream().mapToLong(Utterance::speechNs).sum();
        return utterances.size() < MOST_UTTERANCES && speechNs + USUAL_NS <= MOST_SPEECH_NS;
    }

    void began(long number, long nowNs) {
        utterances.addLast(new Utterance(number, nowNs, USUAL_NS));
    }

    void lasted(long number, long speechNs) {
        Utterance last = utterances.stream()
                .filter(utterance -> utterance.number == number)
                .findFirst()
                .orElse(null);
        if (last != null && utterances.remove(last)) {
            utterances.addLast(new Utterance(number, last.atNs, speechNs));
        }
    }
}
