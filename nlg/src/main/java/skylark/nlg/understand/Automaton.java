package skylark.nlg.understand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.Intent;

/**
 * All patterns as one non-deterministic automaton over words. Built once, then only read. A state has edges for words,
 * for values, for fixed slots and for nothing at all, and may be the end of an intent.
 */
final class Automaton {
    /** Where an automaton begins. */
    static final int START = 0;

    /** An edge that takes a value of a kind. */
    record ValueEdge(String kind, int to) {}

    /** An edge that takes no words; with a slot to set, or without. */
    record FreeEdge(Pattern.@Nullable Fixed fixed, int to) {}

    private static final class State {
        Map<String, List<Integer>> words = new HashMap<>(2);
        List<ValueEdge> values = new ArrayList<>(0);
        List<FreeEdge> free = new ArrayList<>(1);

        @Nullable Intent end;

        long ahead;

        /** Takes no more edges: most states have one, and a third of the memory does for it. */
        void seal() {
            words.replaceAll((word, to) -> List.copyOf(to));
            words = Map.copyOf(words);
            values = List.copyOf(values);
            free = List.copyOf(free);
        }
    }

    private final Map<String, Pattern> rules;
    private final List<State> states = new ArrayList<>();

    Automaton(Map<String, Pattern> rules) {
        this.rules = rules;
        newState();
    }

    /** Adds a pattern; of two that match the same words the earlier one counts. */
    void add(Intent intent, Pattern pattern) {
        int first = newState();
        states.get(START).free.add(new FreeEdge(null, first));
        int last = build(pattern, first);
        states.get(last).end = intent;
        for (int state = first; state < states.size(); state++) {
            states.get(state).ahead = state == last ? 0 : bit(intent);
            states.get(state).seal();
        }
    }

    /** The intents that more words can lead to from here, one bit each by ordinal. */
    long ahead(int state) {
        return states.get(state).ahead;
    }

    static long bit(Intent intent) {
        return 1L << intent.ordinal();
    }

    int size() {
        return states.size();
    }

    /** The states after each word that may come. */
    Map<String, List<Integer>> wordEdges(int state) {
        return states.get(state).words;
    }

    List<ValueEdge> valueEdges(int state) {
        return states.get(state).values;
    }

    List<FreeEdge> freeEdges(int state) {
        return states.get(state).free;
    }

    @Nullable Intent end(int state) {
        return states.get(state).end;
    }

    /** Appends {@code pattern} at {@code from}; the state after it. */
    private int build(Pattern pattern, int from) {
        if (pattern instanceof Pattern.Word word) {
            int to = newState();
            states.get(from)
                    .words
                    .computeIfAbsent(word.word(), w -> new ArrayList<>(1))
                    .add(to);
            return to;
        }
        if (pattern instanceof Pattern.Value value) {
            int to = newState();
            states.get(from).values.add(new ValueEdge(value.kind(), to));
            return to;
        }
        if (pattern instanceof Pattern.Fixed fixed) {
            int to = newState();
            states.get(from).free.add(new FreeEdge(fixed, to));
            return to;
        }
        return buildNested(pattern, from);
    }

    private int buildNested(Pattern pattern, int from) {
        if (pattern instanceof Pattern.Sequence sequence) {
            int at = from;
            for (Pattern part : sequence.parts()) {
                at = build(part, at);
            }
            return at;
        }
        if (pattern instanceof Pattern.Maybe maybe) {
            int to = newState();
            join(build(maybe.part(), from), to);
            join(from, to);
            return to;
        }
        if (pattern instanceof Pattern.Choice choice) {
            int to = newState();
            for (Pattern option : choice.options()) {
                join(build(option, from), to);
            }
            return to;
        }
        return build(rule((Pattern.Rule) pattern), from);
    }

    private Pattern rule(Pattern.Rule rule) {
        Pattern meaning = rules.get(rule.name());
        if (meaning == null) {
            throw new BadInputException("grammar: no rule @" + rule.name());
        }
        return meaning;
    }

    private void join(int from, int to) {
        states.get(from).free.add(new FreeEdge(null, to));
    }

    private int newState() {
        states.add(new State());
        return states.size() - 1;
    }
}
