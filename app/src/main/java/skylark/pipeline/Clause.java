package skylark.pipeline;

/**
 * A piece of a draft that can be spoken on its own.
 *
 * @param last whether the draft ends with it
 * @param mostS how long it may take to say
 */
public record Clause(Draft draft, String text, boolean last, double mostS) {}
