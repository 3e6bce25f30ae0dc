/**
 * The field harness: which recordings are played, what is observed of each turn, and how well it went.
 *
 * <pre>
 * WAV, folder, manifest ─▶ Recordings ─▶ (pipeline) ─▶ TurnRecord ─▶ ReplayReport ─▶ turns.jsonl, at once
 *                                                          │              └─ finish ─▶ ReplaySummary ─▶ report.json, report.html
 *                                                          └─▶ TalkPrinter ─▶ terminal
 * </pre>
 *
 * Everything that is passed around is immutable. A {@link skylark.replay.ReplayReport} is fed by one thread and may be
 * finished by another, so that Ctrl-C leaves a report of the turns so far.
 */
@NullMarked
package skylark.replay;

import org.jspecify.annotations.NullMarked;
