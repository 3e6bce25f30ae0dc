package skylark.nlg.reply;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellerTest {
    private final Speller plain = new Speller(SpeechProfile.PLAIN);

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "7, seven",
        "15, fifteen",
        "40, forty",
        "62, sixty two",
        "100, one hundred",
        "120, one hundred twenty",
        "999, nine hundred ninety nine",
        "1005, one thousand five",
        "-3, minus three"
    })
    void shouldCount(long number, String words) {
        assertThat(plain.whole(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero",
        "3.24, three point two",
        "9.96, ten",
        "12.6, thirteen",
        "-0.04, zero",
        "-1.5, minus one point five",
        "5.0, five"
    })
    void shouldGiveOneDecimalAtMost(double number, String words) {
        assertThat(plain.number(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "270, two seven zero",
        "5.4, zero zero five",
        "0, three six zero",
        "359.7, three six zero",
        "-90, two seven zero"
    })
    void shouldGiveBearingsInThreeDigits(double degrees, String words) {
        assertThat(plain.bearing(degrees)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "0, zero seconds",
        "1, one second",
        "24.9, twenty four seconds",
        "60, one minute",
        "90, ninety seconds",
        "170, two minutes fifty seconds",
        "840, fourteen minutes",
        "120, two minutes"
    })
    void shouldNeverPromiseMoreTimeThanThereIs(double seconds, String words) {
        assertThat(Measures.duration(plain, seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, one meter", "20, twenty meters", "1250, one point three kilometers", "999.6, one kilometer"})
    void shouldGiveDistancesTheirUnit(double metres, String words) {
        assertThat(Measures.distance(plain, metres)).isEqualTo(words);
    }

    @Test
    void shouldSayNinerTreeAndFifeOnTheRadio() {
        Speller radio = new Speller(SpeechProfile.RADIO);

        assertThat(radio.bearing(359)).isEqualTo("tree fife niner");
        assertThat(radio.whole(95)).isEqualTo("ninety fife");
    }

    @ParameterizedTest
    @CsvSource({"battery 2 low, battery two low", "gyro12, gyro one two", "state changed, state changed"})
    void shouldSpellTheDigitsOfATextFromOutside(String text, String words) {
        assertThat(plain.inText(text)).isEqualTo(words);
    }

    @Property
    void shouldBeReadBackAsTheSameNumber(@ForAll @IntRange(min = -99_999, max = 999_999) int number) {
        assertThat(NumberReader.read(plain.whole(number))).isEqualTo(number);
    }

    @Property
    void shouldStayWithinItsRounding(@ForAll @DoubleRange(min = -500, max = 500) double number) {
        double spoken = NumberReader.read(plain.number(number));

        assertThat(spoken)
                .isCloseTo(number, org.assertj.core.data.Offset.offset(Math.abs(number) < 9.95 ? 0.0501 : 0.501));
    }
}
