/**
 * From a request to spoken words, in steps that may run on threads of their own.
 *
 * <pre>
 * ReplyRequest ─▶ prompt() ─▶ encode() ─▶ generate() ─▶ render() ─▶ Reply
 *                             tokenizer     decoder      │   values filled in from the state of the moment
 *                                                        └─▶ ReplyCheck: fails? then the template
 * </pre>
 *
 * {@link skylark.nlg.compose.ReplyWriter} is the whole way on one thread. Otherwise each step belongs to the thread of
 * its stage: {@code encode} to the tokenizer's, {@code generate} to the generator's; the others may run anywhere.
 */
@NullMarked
package skylark.nlg.compose;

import org.jspecify.annotations.NullMarked;
