package skylark.nlg.compose;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import skylark.domain.DomainJson;
import skylark.nlg.prompt.Golden;
import skylark.nlg.reply.ReplyRequest;

/**
 * How words fit {@code held_out.jsonl}: situations that nothing was trained on, frozen by {@code
 * models/training/gate.py}, each with all wordings of the training's grammar. Values stay placeholders.
 *
 * @param bleu of the whole set, up to four words
 * @param chrf mean over the situations, best reference each; letters up to six, recall counts four times
 * @param rougeL mean of the best reference's F1
 * @param slots share of replies whose placeholders are exactly those of one of the references
 */
record ReplyScore(double bleu, double chrf, double rougeL, double slots) {

    /** A frozen situation. */
    record Situation(Golden.Request request, List<String> references) {
        @JsonCreator
        public Situation {}
    }

    static List<Situation> situations() {
        try (InputStream in = ReplyScore.class.getResourceAsStream("held_out.jsonl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> DomainJson.read(line, Situation.class, "held_out.jsonl"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param writer words a request, with placeholders */
    static ReplyScore of(Function<ReplyRequest, String> writer) {
        WordOverlap words = new WordOverlap();
        double chrf = 0;
        double rougeL = 0;
        int slots = 0;
        List<Situation> all = situations();
        for (Situation situation : all) {
            String said = writer.apply(situation.request().inJava());
            words.add(said, situation.references());
            chrf += LetterOverlap.best(said, situation.references());
            rougeL += WordOverlap.longestCommon(said, situation.references());
            slots += sameSlots(said, situation.references()) ? 1 : 0;
        }
        int n = all.size();
        return new ReplyScore(words.bleu(), chrf / n, rougeL / n, (double) slots / n);
    }

    private static boolean sameSlots(String said, List<String> references) {
        Set<String> used = placeholders(said);
        return references.stream().anyMatch(reference -> placeholders(reference).equals(used));
    }

    private static Set<String> placeholders(String words) {
        return SpokenText.PLACEHOLDER
                .matcher(words)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
