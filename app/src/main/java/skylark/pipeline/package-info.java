/**
 * The stages between microphone and loudspeaker, one thread each, joined by bounded links.
 *
 * <pre>
 *  capture ─ frames ─▶ hearing ─ partials, commits ─▶ understanding ─ drafts ─▶ tokenizer ─▶ generator ─ clauses ─▶ voice
 *                        │  ▲ list recogniser               ▲  │ opens the gate                                     │ samples
 *                        └─▶ open-ear ── transcript ────────┘  └──────────────────────────────▶ playback ◀──────────┘
 *  watchdog: a deadline from every commit; fallback ────────────────────────────────────────────▶┘
 * </pre>
 *
 * A {@link skylark.pipeline.Draft} is one attempt at a reply, started on a partial, ahead of the commit, and kept
 * silent by the gate in playback until the final words turn out to be the same. Threading: every mutable field belongs
 * to one stage; what crosses is immutable, or volatile and said so.
 */
@NullMarked
package skylark.pipeline;

import org.jspecify.annotations.NullMarked;
