/** Text to sound: the synthesiser, the phrase cache, the loudspeaker. */
@NullMarked
package skylark.audio.voice;

import org.jspecify.annotations.NullMarked;
