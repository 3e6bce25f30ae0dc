/**
 * Live sound: capture and playback devices by name, and what is wrong with them.
 *
 * <pre>
 *  device ─ CaptureLine ─▶ MicrophoneStage ─ blocks ─▶ (capture)      (playback) ─ blocks ─▶ LoudspeakerStage ─ PlaybackLine ─▶ device
 *                               └─ news ─▶ SoundWatchStage: DeviceWatch, one for each ◀─ news ─┘
 *                                             └─ tells what is wrong, once; replaces the thread of a stuck line
 * </pre>
 *
 * Two ways to the devices: {@link skylark.audio.device.PulseSystem} for PulseAudio and PipeWire, {@link
 * skylark.audio.device.JavaSoundSystem} for ALSA. Threading: a line belongs to its stage's thread, which may be stuck in
 * it for ever; nobody else waits for it.
 */
@NullMarked
package skylark.audio.device;

import org.jspecify.annotations.NullMarked;
