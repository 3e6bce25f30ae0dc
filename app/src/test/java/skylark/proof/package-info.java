/**
 * The proof of the gate: what DOMAIN's safety chapter demands, written down once more, apart from the gate.
 *
 * <pre>
 * {@link skylark.proof.Operator} ─ steps ─▶ the understanding stage (skylark.pipeline.SafetyWalkTest) ─ commands, reports
 *        └───────────────── the same steps ─▶ {@link skylark.proof.Oracle} ◀───────────────────────────────┘
 * </pre>
 *
 * Nothing here calls the gate or the dialogue.
 */
@NullMarked
package skylark.proof;

import org.jspecify.annotations.NullMarked;
