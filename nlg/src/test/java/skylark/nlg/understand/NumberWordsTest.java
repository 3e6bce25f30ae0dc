package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {
    private static final String[] ONES =
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
                    .split(" ");
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

    @ParameterizedTest
    @CsvSource({
        "twenty five, 25",
        "a hundred and twenty, 120",
        "one hundred twenty five, 125",
        "one twenty, 120",
        "two seven zero, 270",
        "three oh five, 305",
        "zero niner zero, 90",
        "tree fife zero, 350",
        "one point five, 1.5",
        "zero decimal two five, 0.25",
        "half a, 0.5",
        "two and a half, 2.5",
        "a couple of, 2",
        "five thousand, 5000",
        "two thousand three hundred and ten, 2310",
        "12.5, 12.5",
        "10, 10"
    })
    void shouldReadUsualForms(String words, double value) {
        List<String> tokens = List.of(words.split(" "));

        NumberWords.Span span = NumberWords.at(tokens, 0);

        assertThat(span).isNotNull();
        assertThat(span.value()).isEqualTo(value, within(1e-9));
        assertThat(span.end()).isEqualTo(tokens.size());
    }

    @Property
    void shouldReadEveryCardinal(@ForAll @IntRange(min = 0, max = 9999) int n) {
        List<String> words = List.of(cardinal(n).split(" "));

        NumberWords.Span span = NumberWords.at(words, 0);

        assertThat(span).isNotNull();
        assertThat(span.value()).isEqualTo(n);
        assertThat(span.end()).isEqualTo(words.size());
    }

    @Property
    void shouldReadSpelledHeadings(@ForAll @IntRange(min = 0, max = 359) int n) {
        String digits = String.format("%03d", n);
        List<String> words = digits.chars().mapToObj(c -> ONES[c - '0']).toList();

        NumberWords.Span span = NumberWords.at(words, 0);

        assertThat(span).isEqualTo(new NumberWords.Span(n, 3, 3));
    }

    @Property
    void shouldStayWithinTheWords(@ForAll List<@StringLength(max = 8) String> words) {
        for (int at = 0; at < words.size(); at++) {
            NumberWords.Span span = NumberWords.at(words, at);
            assertThat(span == null || span.end() > at && span.end() <= words.size())
                    .isTrue();
        }
    }

    private static String cardinal(int n) {
        if (n < 20) {
            return ONES[n];
        }
        if (n < 100) {
            return TENS[n / 10] + (n % 10 == 0 ? "" : " " + ONES[n % 10]);
        }
        int scale = n < 1000 ? 100 : 1000;
        String rest = n % scale == 0 ? "" : (n % scale < 100 ? " and " : " ") + cardinal(n % scale);
        return cardinal(n / scale) + (scale == 100 ? " hundred" : " thousand") + rest;
    }
}
