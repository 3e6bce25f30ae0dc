/** Words to intent and slots. */
@NullMarked
package skylark.nlg.understand;

import org.jspecify.annotations.NullMarked;
