package skylark.nlg.understand;

import java.util.List;

/** What a line of the grammar file says. */
sealed interface Pattern {

    /** One word as it is. */
    record Word(String word) implements Pattern {}

    /** One after the other. */
    record Sequence(List<Pattern> parts) implements Pattern {}

    /** One of these. */
    record Choice(List<Pattern> options) implements Pattern {}

    /** This or nothing. */
    record Maybe(Pattern part) implements Pattern {}

    /** What stands elsewhere under a name. */
    record Rule(String name) implements Pattern {}

    /** A value in words, by the name of its kind: {@code metres}, {@code heading}, {@code what}. */
    record Value(String kind) implements Pattern {}

    /** A slot that is set without words. */
    record Fixed(String slot, String value) implements Pattern {}
}
