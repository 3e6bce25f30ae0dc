/** Sound to words: speech detection, the streaming recognisers, the endpoint. */
@NullMarked
package skylark.audio.hear;

import org.jspecify.annotations.NullMarked;
