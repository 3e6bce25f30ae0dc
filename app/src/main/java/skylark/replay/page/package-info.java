/**
 * The report as one page: no network, no library, light and dark, on paper too. Charts are inline SVG made here.
 *
 * <pre>
 * RunLog ─▶ ReportPage ─┬─ Tiles          the measures against must and goal
 *                       ├─ Distributions  the three clocks
 *                       ├─ StageBoxes     latency by stage
 *                       ├─ TurnTable      said, heard, understood, replied
 *                       └─ Timelines      who worked when, turn by turn
 * </pre>
 *
 * Pure functions of immutable values; any thread. All text goes through {@link skylark.replay.page.Markup}, which escapes
 * it.
 */
@NullMarked
package skylark.replay.page;

import org.jspecify.annotations.NullMarked;
