/**
 * What the drone says by itself: a whitelist, raised by what is observed, judged again at the moment of speaking.
 *
 * <pre>
 * state, events ─▶ watches ─ candidates ─▶ [ one per subject, by priority ] ─ poll ─▶ still true? in time? allowed? ─▶ Announcement
 *                     │                                                                    └ no: why not ─▶ listener ─▶ event
 *                     └ alerts that are raised and cleared ─▶ listener
 * </pre>
 *
 * No words here: the code is the topic, the state is the state of the moment, and the words are made from both.
 * Threading: an {@link skylark.telemetry.announce.Announcer} belongs to one thread. It reads no clock.
 */
@NullMarked
package skylark.telemetry.announce;

import org.jspecify.annotations.NullMarked;
