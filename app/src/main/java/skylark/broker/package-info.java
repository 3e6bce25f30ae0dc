/** The broker of the demo: HiveMQ Community Edition inside this process, for this machine only. */
@NullMarked
package skylark.broker;

import org.jspecify.annotations.NullMarked;
