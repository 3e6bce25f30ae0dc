/**
 * Text to token ids and back.
 *
 * <pre>
 * prompt ─▶ Tokenizer (native, on its own thread) ─▶ ids ─▶ generator ─▶ ids ─▶ Vocabulary.piece ─▶ text
 * </pre>
 *
 * Threads: a {@link skylark.nlg.tokenize.Tokenizer} belongs to one thread, the
 * {@link skylark.nlg.tokenize.Vocabulary} is immutable and needs no native call.
 */
@NullMarked
package skylark.nlg.tokenize;

import org.jspecify.annotations.NullMarked;
