/**
 * What the models cost and what they are worth, each in a process of its own; and what waiting for the end of a turn
 * costs and saves.
 *
 * <pre>
 * EndpointCurve ── every rule ─▶ the ear alone ─▶ Point ─▶ EndpointPage
 * CaseStudy ── one process a model ─▶ ModelProbe ─▶ ModelFigures as a line of JSON ─▶ CaseStudyTable
 * </pre>
 */
@NullMarked
package skylark.bench;

import org.jspecify.annotations.NullMarked;
