package skylark.nlg.measure;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import skylark.nlg.reply.ReplyRequest;

/**
 * How words fit the situations of {@link FrozenReply}. Values stay placeholders.
 *
 * @param bleu of the whole set, up to four words
 * @param chrf mean over the situations, best reference each; letters up to six, recall counts four times
 * @param rougeL mean of the best reference's F1
 * @param slots share of replies whose placeholders are exactly those of one of the references
 */
public record ReplyScore(double bleu, double chrf, double rougeL, double slots) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+\\}");

    /** @param writer words a request, with placeholders */
    public static ReplyScore of(Function<ReplyRequest, String> writer) {
        WordOverlap words = new WordOverlap();
        double chrf = 0;
        double rougeL = 0;
        int slots = 0;
        List<FrozenReply> all = FrozenReply.all();
        for (FrozenReply situation : all) {
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
        return PLACEHOLDER.matcher(words).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
