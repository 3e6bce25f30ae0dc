/**
 * The only place that knows ONNX Runtime: opens sessions and runs them over tensors that are allocated once.
 *
 * <pre>
 * OnnxSettings ─▶ OrtSessions ── open(file or bytes) ─▶ OnnxSession ── call() ─▶ OnnxCall ── run()
 *   providers        one environment,                    names, shapes,            ▲      │
 *   threads          provider chain                      cancel, close             │      ▼
 *                                                                    Tensor in ────┘      Tensor out
 * </pre>
 *
 * A {@link skylark.models.onnx.Tensor} is a direct buffer with a shape; a call binds tensors to the names of a model
 * once and is then run as often as needed. Outputs are written into the bound tensors, so nothing is copied and nothing
 * is left to close after a run.
 *
 * <p>Threads: a session with its calls and tensors belongs to one thread; with one intra-op thread the arithmetic
 * happens on the caller too. Only {@code cancel} and {@code close} of a session may come from other threads.
 * Lifetimes: tensors outlive the calls they are bound to, and sessions are closed before the process ends.
 */
@NullMarked
package skylark.models.onnx;

import org.jspecify.annotations.NullMarked;
