/**
 * What is said, apart from the model: requests, values in words, and one good sentence for every situation.
 *
 * <pre>
 * ReplyRequest ─▶ Placeholder ─▶ "sixty two percent"      (Speller: numbers in words)
 *      └────────▶ TemplateTable ─▶ "Battery {battery_pct}."
 * </pre>
 *
 * Threads: everything here is immutable and may be used by any thread.
 */
@NullMarked
package skylark.nlg.reply;

import org.jspecify.annotations.NullMarked;
