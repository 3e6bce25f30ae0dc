/**
 * The wiring: which parts Skylark is made of, and what is loaded before it says "Online".
 *
 * <pre>
 *  Settings ─▶ Brain.load (models, in parallel) ─▶ Skylark.start (stages, threads, warm-up) ─▶ turns, announcements
 * </pre>
 */
@NullMarked
package skylark.app;

import org.jspecify.annotations.NullMarked;
