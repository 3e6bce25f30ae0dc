package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;

/**
 * Runs words through the automaton, all ways at once. What can follow the start is indexed by word, since every pattern
 * begins there. Belongs to one thread: it keeps marks of the states that it has seen.
 */
final class Matcher {

    /**
     * A pattern that took all words.
     *
     * @param unfinished the last word was a number whose unit may still follow
     */
    record Match(Intent intent, Slots slots, boolean unfinished) {}

    /**
     * What became of the words.
     *
     * @param match what they mean as they stand, or null
     * @param ahead the intents of the patterns that begin with them and go on, one bit each
     */
    record Outcome(@Nullable Match match, long ahead) {
        static final Outcome NOTHING = new Outcome(null, 0);
    }

    private record Way(int state, @Nullable Captures captures, boolean unfinished) {}

    private final Automaton automaton;
    private final int[] seenAt;
    private final Map<String, List<Way>> firstWord;
    private final List<Way> firstValue;
    private final QuantityMemo quantities = new QuantityMemo();
    private int stamp;

    Matcher(Automaton automaton) {
        this.automaton = automaton;
        this.seenAt = new int[automaton.size()];
        this.firstWord = new HashMap<>();
        this.firstValue = new ArrayList<>();
        index();
    }

    private Matcher(Matcher other) {
        this.automaton = other.automaton;
        this.seenAt = new int[automaton.size()];
        this.firstWord = other.firstWord;
        this.firstValue = other.firstValue;
    }

    /** Another one, for another thread, over the same automaton. */
    Matcher beside() {
        return new Matcher(this);
    }

    private void index() {
        for (Way way : closure(List.of(new Way(Automaton.START, null, false)))) {
            if (!automaton.valueEdges(way.state).isEmpty()) {
                firstValue.add(way);
            }
            automaton.wordEdges(way.state).forEach((word, targets) -> {
                List<Way> next = firstWord.computeIfAbsent(word, w -> new ArrayList<>());
                targets.forEach(to -> next.add(new Way(to, way.captures, false)));
            });
        }
    }

    /** Matches {@code words} from {@code from} up to {@code to}. */
    Outcome match(List<String> words, int from, int to) {
        int length = to - from;
        List<List<Way>> ways = new ArrayList<>(length + 1);
        for (int i = 0; i <= length; i++) {
            ways.add(new ArrayList<>());
        }
        List<String> part = words.subList(from, to);
        quantities.forget();
        begin(part, ways);
        for (int at = 1; at < length; at++) {
            for (Way way : closure(ways.get(at))) {
                advance(way, part, at, ways);
            }
        }
        return length == 0 ? Outcome.NOTHING : outcome(closure(ways.get(length)));
    }

    private void begin(List<String> part, List<List<Way>> ways) {
        if (part.isEmpty()) {
            return;
        }
        ways.get(1).addAll(firstWord.getOrDefault(part.get(0), List.of()));
        for (Way way : firstValue) {
            takeValues(way, part, 0, ways);
        }
    }

    private void advance(Way way, List<String> part, int at, List<List<Way>> ways) {
        step(way, part.get(at), ways.get(at + 1));
        takeValues(way, part, at, ways);
    }

    private void step(Way way, String word, List<Way> next) {
        for (int to : automaton.wordEdges(way.state).getOrDefault(word, List.of())) {
            next.add(new Way(to, way.captures, false));
        }
    }

    private void takeValues(Way way, List<String> part, int at, List<List<Way>> ways) {
        List<Automaton.ValueEdge> edges = automaton.valueEdges(way.state);
        Quantity quantity = edges.isEmpty() ? null : quantities.at(part, at);
        for (Automaton.ValueEdge edge : edges) {
            Values.Found found = Values.at(edge.kind(), part, at, quantity);
            if (found != null) {
                Captures captures = new Captures(way.captures, edge.kind(), found.value());
                ways.get(found.end()).add(new Way(edge.to(), captures, found.unfinished()));
            }
        }
    }

    private Outcome outcome(List<Way> last) {
        Match match = null;
        long ahead = 0;
        for (Way way : last) {
            Intent intent = automaton.end(way.state);
            if (intent != null && match == null) {
                match = new Match(intent, Captures.slots(way.captures), way.unfinished);
            }
            boolean goesOn = !automaton.wordEdges(way.state).isEmpty()
                    || !automaton.valueEdges(way.state).isEmpty();
            ahead |= goesOn ? automaton.ahead(way.state) : 0;
        }
        return new Outcome(match, ahead);
    }

    /** The ways and all that is reached from them without words, in the order of the grammar. */
    private List<Way> closure(List<Way> ways) {
        stamp++;
        List<Way> reached = new ArrayList<>(ways.size() * 2);
        for (Way way : ways) {
            reach(way, reached);
        }
        return reached;
    }

    private void reach(Way way, List<Way> reached) {
        if (seenAt[way.state] == stamp) {
            return;
        }
        seenAt[way.state] = stamp;
        reached.add(way);
        for (Automaton.FreeEdge edge : automaton.freeEdges(way.state)) {
            Pattern.Fixed fixed = edge.fixed();
            Captures captures = fixed == null ? way.captures : new Captures(way.captures, fixed.slot(), fixed.value());
            reach(new Way(edge.to(), captures, way.unfinished), reached);
        }
    }
}
