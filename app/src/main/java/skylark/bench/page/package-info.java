/**
 * The pages that a bench leaves, self-contained HTML.
 *
 * <pre>
 * BenchFile, talks ─▶ BenchPage      CompareResult ─▶ ComparePage      EndpointCurve's points ─▶ EndpointPage
 *            └── Sheet, Plot, and the report's Tiles ──┘
 * </pre>
 */
@NullMarked
package skylark.bench.page;

import org.jspecify.annotations.NullMarked;
