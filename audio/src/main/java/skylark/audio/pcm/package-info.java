/** Samples: WAV files, rates and channels, levels, pacing. */
@NullMarked
package skylark.audio.pcm;

import org.jspecify.annotations.NullMarked;
