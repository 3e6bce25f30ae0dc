/** How good replies are: a frozen set of situations, and BLEU, chrF and ROUGE-L against its references. */
@NullMarked
package skylark.nlg.measure;

import org.jspecify.annotations.NullMarked;
