package skylark.nlg.measure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** chrF of a sentence: F2 of the letters' sequences up to six, spaces left out. */
final class LetterOverlap {
    private static final int LONGEST = 6;
    private static final double RECALL_WEIGHT = 4;

    private LetterOverlap() {}

    static double best(String reply, List<String> references) {
        return references.stream()
                .mapToDouble(reference -> chrf(reply, reference))
                .max()
                .orElseThrow();
    }

    private static double chrf(String reply, String reference) {
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int n = 1; n <= LONGEST; n++) {
            Map<String, Integer> said = grams(reply.replace(" ", ""), n);
            Map<String, Integer> wanted = grams(reference.replace(" ", ""), n);
            if (said.isEmpty() || wanted.isEmpty()) {
                continue;
            }
            double matched = said.entrySet().stream()
                    .mapToInt(gram -> Math.min(gram.getValue(), wanted.getOrDefault(gram.getKey(), 0)))
                    .sum();
            precision += matched / total(said);
            recall += matched / total(wanted);
            orders++;
        }
        return precision + recall == 0
                ? 0
                : (1 + RECALL_WEIGHT) * precision * recall / (RECALL_WEIGHT * precision + recall) / orders;
    }

    private static int total(Map<String, Integer> grams) {
        return grams.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> grams(String text, int n) {
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i + n <= text.length(); i++) {
            found.merge(text.substring(i, i + n), 1, Integer::sum);
        }
        return found;
    }
}
