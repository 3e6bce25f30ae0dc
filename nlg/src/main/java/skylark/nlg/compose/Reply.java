package skylark.nlg.compose;

import org.jspecify.annotations.Nullable;
import skylark.domain.ReplySource;

/**
 * Words to speak.
 *
 * @param text with values in words
 * @param source generated or template
 * @param fault why the generated words were not used; null if they were, or if none were asked for
 * @param firstTokenMs from the start of the generation to its first token; 0 without one
 * @param generateMs the whole generation
 */
public record Reply(String text, ReplySource source, @Nullable String fault, double firstTokenMs, double generateMs) {}
