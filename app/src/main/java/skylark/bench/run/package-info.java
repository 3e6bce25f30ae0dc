/**
 * The measures of whole talks: what is timed runs in processes of its own, one after the other, and none outlives the
 * bench.
 *
 * <pre>
 * Bench ── Playlist ─▶ Replays ── a process ─▶ turns.jsonl, report.json ─▶ Played ─▶ TalkMeasures ─┐
 *   ├───── BusyCores, meanwhile                                                                    ├─▶ BenchFile
 *   ├───── CaseStudy, a process a model ─▶ ModelMeasures ──────────────────────────────────────────┤
 *   └───── DevSet ── ask, a process ─▶ UnderstandingScore ─────────────────────────────────────────┘
 * Rounds ── base, candidate, candidate, base ... ─▶ Played of each
 * </pre>
 *
 * One thread, that of the command.
 */
@NullMarked
package skylark.bench.run;

import org.jspecify.annotations.NullMarked;
