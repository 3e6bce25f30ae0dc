/**
 * What the language model is asked: {@code models/PROMPT.md}, in Java.
 *
 * <pre>
 * ReplyRequest ─▶ PromptWriter ─▶ &lt;bos&gt;&lt;act:answer&gt;&lt;topic:query.battery&gt;&lt;battery:ok&gt;{battery_pct}&lt;words&gt;...&lt;reply&gt;
 *                   ▲     ▲
 *          PromptTable   StateFlags
 *      (prompt.json, shared with the training)
 * </pre>
 *
 * Threads: everything here is immutable and may be used by any thread.
 */
@NullMarked
package skylark.nlg.prompt;

import org.jspecify.annotations.NullMarked;
