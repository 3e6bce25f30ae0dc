/**
 * The command line. Standard output carries the answer only; one line on standard error says what was wrong.
 *
 * <pre>
 * arguments ─▶ {@link skylark.cli.Main} ─▶ sub-command ─▶ exit status: 0 done, 1 found something wrong, 2 bad input
 *                    └ configuration         └ standard output
 * </pre>
 *
 * Each command runs on the thread that calls it; nothing is loaded that the command does not use.
 */
@NullMarked
package skylark.cli;

import org.jspecify.annotations.NullMarked;
