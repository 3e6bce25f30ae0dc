/**
 * Native libraries that come in jars, kept unpacked between starts.
 *
 * <pre>
 * jar ─ first start ─▶ ~/.skylark/native/NAME-CRC/*.so ─ every start ─▶ the library's own loader
 * </pre>
 *
 * On the caller's thread; two processes at once do not harm each other.
 */
@NullMarked
package skylark.models.natives;

import org.jspecify.annotations.NullMarked;
