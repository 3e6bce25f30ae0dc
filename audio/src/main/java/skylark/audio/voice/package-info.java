/**
 * Text to sound: the synthesiser, the phrase cache, the loudspeaker.
 *
 * <pre>
 *  clause ─▶ CachedSynthesiser ──────── heard before ────────────────────────────────────────────┐
 *                 │ new                                                                          ▼
 *                 ▼                                                                     Loudspeaker (Pacer)
 *  SpeechText ─▶ Pronouncer ─▶ Intonation ─▶ ContextTargets ─▶ AcousticModel ─▶ Utterance ─▶ Vocoder ─▶ Polish
 *  words,        phones,       accents,      one vector a      states           smooth       frames     level, no
 *  pauses        syllables     tones         phone                              trajectories of 5 ms    silence
 * </pre>
 *
 * MaryTTS gives the lexicon, the feature processors and the hidden Markov models of cmu-slt-hsmm, and nothing else. Its modules,
 * registry, configuration and audio streams are left out on purpose: they predict durations and pitch twice and hand them on
 * as text, look for the global variance by gradient, and make 48 kHz. Here everything up to the trajectories is done once a
 * sentence, and sound flows from the first frame on.
 *
 * <p>Threading: what is loaded is shared and read only; a synthesiser and a loudspeaker each belong to one thread, and only
 * {@code cancel} may be called from others. No other package touches {@code marytts}.
 */
@NullMarked
package skylark.audio.voice;

import org.jspecify.annotations.NullMarked;
