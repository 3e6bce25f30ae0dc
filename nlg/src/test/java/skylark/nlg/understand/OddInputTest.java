package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import skylark.domain.Intent;
import skylark.domain.Understanding;

/** Whatever comes in, something comes out, and it moves nothing. */
class OddInputTest {
    private final DomainUnderstander understander = DomainUnderstander.ofGrammar();

    @Property(tries = 300)
    void shouldAnswerEverything(@ForAll String anything) {
        Understanding heard = understander.understand(anything);

        assertThat(heard.confidence()).isBetween(0.0, 1.0);
        assertThat(understander.completeness(anything)).isNotNull();
    }

    @Property(tries = 100)
    void shouldRejectOtherScripts(@ForAll("foreign") String words) {
        assertThat(understander.understand(words).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
        assertThat(understander.understand("land " + words).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
    }

    @Property(tries = 50)
    void shouldRejectWhatNobodySaysInOneBreath(@ForAll("orders") String order) {
        String tenThousand = (order + " and ").repeat(10_000 / order.length() + 1);
        assertThat(understander.understand(tenThousand).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
    }

    @Property(tries = 100)
    void shouldReadThroughControlCharactersAndPictures(@ForAll("orders") String order, @ForAll("noise") String noise) {
        Intent clean = understander.understand(order).intent();
        assertThat(understander
                        .understand(noise + order.replace(" ", noise + " ") + noise)
                        .intent())
                .isEqualTo(clean);
        assertThat(understander.understand(noise).intent()).isEqualTo(Intent.OUT_OF_SCOPE);
    }

    @Provide
    Arbitrary<String> foreign() {
        return Arbitraries.strings()
                .withCharRange('\u0430', '\u044F')
                .withCharRange('\u4E00', '\u4E20')
                .withCharRange('\u0621', '\u063A')
                .ofMinLength(1)
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of("\u0007", "\t", "\uD83D\uDE80", "\uD83C\uDF55\uD83D\uDC4D", "\u0000", "\u001B", " !? ");
    }

    @Provide
    Arbitrary<String> orders() {
        return Arbitraries.of("land now", "climb ten meters", "release the package", "arm the motors", "come home");
    }
}
