/**
 * Whether a candidate is worse than its base, by more than is allowed and by more than chance. Pure: the same values, the
 * same findings.
 *
 * <pre>
 * Played of each round ─▶ Comparison ── Observations of one measure ─▶ Bootstrap ─▶ Contrast ─▶ CompareResult
 * </pre>
 */
@NullMarked
package skylark.bench.compare;

import org.jspecify.annotations.NullMarked;
