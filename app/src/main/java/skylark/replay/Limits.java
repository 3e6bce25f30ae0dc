package skylark.replay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a measure is called, counted in and held to, by its name. Immutable.
 *
 * @param label for people
 * @param unit ms, MB, s, x for a ratio, cores, % or empty; a percentage is 0 to 100
 * @param must the limit; null where there is none, as {@code goal} beyond it
 * @param upward larger is better
 */
public record Limits(String label, String unit, @Nullable Double must, @Nullable Double goal, boolean upward) {
    private static final Map<String, Limits> ALL = new LinkedHashMap<>();

    static {
        most("c2a.p50", "Commit to audio, median", "ms", 40, 15);
        most("c2a.p99", "Commit to audio, 99 %", "ms", 120, 40);
        most("epd.complete.p50", "Endpoint delay, complete, median", "ms", 180, 100);
        most("epd.complete.p95", "Endpoint delay, complete, 95 %", "ms", 360, 220);
        most("v2v.complete.p50", "Voice to voice, complete, median", "ms", 220, 120);
        most("v2v.complete.p95", "Voice to voice, complete, 95 %", "ms", 400, 250);
        most("v2v.open.p50", "Voice to voice, open, median", "ms", 700, 400);
        most("v2v.open.p95", "Voice to voice, open, 95 %", "ms", 1200, 800);
        known("c2a.cold", "Commit to audio, first turn", "ms");
        known("v2v.cold", "Voice to voice, first turn", "ms");
        known("c2a.nospec.p50", "Commit to audio, nothing prepared ahead, median", "ms");
        known("c2a.nospec.p99", "Commit to audio, nothing prepared ahead, 99 %", "ms");
        known("c2a.stress.p50", "Commit to audio, loaded, median", "ms");
        known("c2a.stress.p99", "Commit to audio, loaded, 99 %", "ms");
        most("stop.ms", "Stop, word to command, slowest", "ms", 250, 50);
        known("stop.all.ms", "Stop, any wording, median", "ms");
        most("stop.missed", "Stop, not carried out", "", 0, 0);
        most("barge_in.ms", "Barge-in, until silent", "ms", 150, 80);
        least("within_120", "Sound in time, within 120 ms", "%", 100, 100);
        least("c2a.stress.within_120", "Sound in time, all cores loaded by others", "%", 100, 100);
        known("stress.real_replies", "Real replies, all cores loaded by others", "%");
        least("real_replies", "Real replies, no fallback first", "%", 99, 99.9);
        least("generated_queries", "Generated, replies to queries", "%", 90, 100);
        most("cut_ins", "Cut-ins, while still talking", "%", 5, 2);
        most("wer.quiet", "Word errors, of words said", "%", 15, 6);
        least("intent.quiet", "Understood, intent and values", "%", 85, 95);
        most("wrong_actions", "Wrong actions, done or challenged", "", 0, 0);
        least("noise.10db", "Commands at 10 dB, of those in quiet", "%", 90, 98);
        least("noise.0db", "Commands at 0 dB, of those in quiet", "%", 75, 93);
        least("noise.-5db", "Commands at -5 dB, of those in quiet", "%", 50, 80);
        known("noise.-10db", "Commands at -10 dB, of those in quiet", "%");
        known("noise.-15db", "Commands at -15 dB, of those in quiet", "%");
        known("noise.quiet", "Commands in quiet, intent and values", "%");
        most("generator.int8.file_ratio", "INT8, file against FP32", "x", 0.30, 0.25);
        most("generator.int8.token_ratio", "INT8, time per token against FP32", "x", 0.5, 0.33);
        least("generator.int8.bleu", "BLEU, of INT8", "", 0.81, 0.90);
        known("generator.fp32.bleu", "BLEU, of FP32", "");
        most("generator.int8.bleu_lost", "BLEU lost, against FP32", "%", 2, 0);
        most("generator.first_token_ms", "First token, one thread", "ms", 8, 3);
        most("generator.twenty_tokens_ms", "Twenty tokens, one thread", "ms", 40, 15);
        most("generator.large.first_token_ms", "First token, large, one thread", "ms", 20, 8);
        most("generator.large.twenty_tokens_ms", "Twenty tokens, large, one thread", "ms", 80, 40);
        most("generator.distilgpt2_shape.first_token_ms", "First token, DistilGPT-2's shape", "ms", 92, 18);
        least("understanding.dev.exact", "Understood from text, intent and values", "%", 88, 97);
        most("understanding.dev.false_commands", "False commands, from text that is none", "", 0, 0);
        most("understanding.dev.wrong_commands", "Wrong commands, from text", "", 0, 0);
        most("recogniser.core_share", "Recogniser, share of one core", "cores", 0.35, 0.15);
        known("listen.core_share", "Listening to silence, share of one core", "cores");
        most("rss_mb", "Memory, resident", "MB", 600, 300);
        most("start_ms", "Start, until ready", "ms", 5000, 2000);
        known("cpu_s_per_turn", "CPU, seconds per turn", "s");
    }

    /** Every measure that is known, in the order to show them. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** @throws IllegalArgumentException if there is no such measure */
    public static Limits of(String name) {
        Limits limits = ALL.get(name);
        if (limits == null) {
            throw new IllegalArgumentException(name + ": no such measure");
        }
        return limits;
    }

    /**
     * A value against its limits.
     *
     * @param value null when nothing could be measured
     * @param n how many values stand behind it
     */
    public static Verdict verdict(String name, @Nullable Double value, int n) {
        Limits is = of(name);
        return new Verdict(name, is.label, value, is.unit, n, is.must, is.goal, is.upward);
    }

    /** A value under conditions for which the limits were not made. */
    static Verdict shown(String name, @Nullable Double value, int n) {
        Limits is = of(name);
        return new Verdict(name, is.label, value, is.unit, n, null, null, is.upward);
    }

    private static void most(String name, String label, String unit, double must, double goal) {
        ALL.put(name, new Limits(label, unit, must, goal, false));
    }

    private static void least(String name, String label, String unit, double must, double goal) {
        ALL.put(name, new Limits(label, unit, must, goal, true));
    }

    private static void known(String name, String label, String unit) {
        ALL.put(name, new Limits(label, unit, null, null, false));
    }
}
