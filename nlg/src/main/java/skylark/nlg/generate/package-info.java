/** Tokens from the language model. */
@NullMarked
package skylark.nlg.generate;

import org.jspecify.annotations.NullMarked;
