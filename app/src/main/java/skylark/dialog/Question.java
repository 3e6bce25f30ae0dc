package skylark.dialog;

import skylark.domain.Slot;
import skylark.domain.Understanding;

/**
 * A slot that was asked for.
 *
 * @param asked what was understood so far
 */
record Question(Understanding asked, Slot slot, long sinceNs) {}
