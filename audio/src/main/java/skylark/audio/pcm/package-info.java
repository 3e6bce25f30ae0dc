/**
 * Samples: WAV files, rates and channels, levels, noise.
 *
 * <pre>
 *  WAV file ─▶ WavHeader ─▶ WavReader ─ any rate, any channels ─▶ Resampler ─▶ short[] mono 16 kHz
 *                                                                      noise ─▶ NoiseMixer (at a given SNR)
 * </pre>
 *
 * <p>Everything here is a function of its arguments, or is owned by the thread that made it. Sound inside the program
 * is mono, 16 kHz, signed 16 bit.
 */
@NullMarked
package skylark.audio.pcm;

import org.jspecify.annotations.NullMarked;
