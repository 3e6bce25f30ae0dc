/**
 * The configuration: one table of every key, one TOML file, immutable records that validate themselves.
 *
 * <pre>
 * {@link skylark.config.Keys} ──▶ example file, check, names of environment variables
 *      │
 * TOML file ◀─ environment ◀─ --set     (the later one wins)
 *      └──────── {@link skylark.config.SettingsLoader} ──▶ {@link skylark.config.Settings}
 * </pre>
 *
 * Read once at start-up by the thread that starts the program; the records are immutable and go to every thread.
 */
@NullMarked
package skylark.config;

import org.jspecify.annotations.NullMarked;
