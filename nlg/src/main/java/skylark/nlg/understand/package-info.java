/**
 * Words to exactly one intent and its slots.
 *
 * <pre>
 * words ─▶ Normaliser ─▶ Utterance ─▶ Mending ─▶ Grammar ──────── known form ────────────▶ Understanding
 *           clean, one    words as     "no make     │ data:                                     ▲
 *           spelling      heard and    it twenty"   │ grammar.txt                               │
 *                         as read                   └─ unknown ─▶ Encoder ─▶ Head ─▶ SlotReader ┘
 *                                                                 MiniLM     softmax   numbers, units
 * </pre>
 *
 * What is only negated, asked about, supposed or reported ({@link skylark.nlg.understand.SpeechAct}) never becomes a
 * command. What nothing knows is {@code OUT_OF_SCOPE}.
 *
 * <p>Threads: tables are immutable; an understander keeps scratch space and belongs to one thread.
 */
@NullMarked
package skylark.nlg.understand;

import org.jspecify.annotations.NullMarked;
