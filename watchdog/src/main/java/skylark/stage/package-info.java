/**
 * How anything runs here: a stage does a bounded piece of work each time it is asked, and a thread, or a test, asks.
 *
 * <pre>
 *  stage A ── offer ─▶ [ Link: bounded, lock-free ] ── poll ─▶ stage B
 *     ▲                        │ wakes B when it is parked         ▲
 *  StageRunner (a thread)      └ counts what it could not take   StageInvoker (a test turns the crank)
 * </pre>
 *
 * Threading: a stage belongs to the one thread that runs it. Other threads talk to it through a link, never to its
 * fields. Idle threads park, for on two cores a spinning one steals from the recogniser.
 */
@NullMarked
package skylark.stage;

import org.jspecify.annotations.NullMarked;
