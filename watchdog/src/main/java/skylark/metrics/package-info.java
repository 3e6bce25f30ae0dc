/**
 * What is measured: histograms by clock and by stage, JFR events for whoever records them.
 *
 * <p>Threading: recording is wait-free from any thread; reading takes a copy.
 */
@NullMarked
package skylark.metrics;

import org.jspecify.annotations.NullMarked;
