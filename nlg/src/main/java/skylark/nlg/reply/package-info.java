/** What is said: prompt, placeholders, numbers in words, templates. */
@NullMarked
package skylark.nlg.reply;

import org.jspecify.annotations.NullMarked;
