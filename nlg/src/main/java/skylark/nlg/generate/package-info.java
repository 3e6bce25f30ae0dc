/**
 * Tokens from the language model.
 *
 * <pre>
 * prompt ids ─▶ OnnxGenerator ── token ─▶ TokenSink
 *                │   ▲    ▲
 *   KeyValueCache┘   │    └ CancelFlag (any thread)
 *         TokenConstraint: no digits, only the placeholders of the prompt
 * </pre>
 *
 * Threads: a generator with its cache belongs to one thread; only a {@link skylark.nlg.generate.CancelFlag} is shared.
 * Nothing is allocated per token here.
 */
@NullMarked
package skylark.nlg.generate;

import org.jspecify.annotations.NullMarked;
