package skylark.audio.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every synthesiser does. */
abstract class SynthesiserContract {
    private static final int RATE_HZ = 16_000;

    abstract Synthesiser synthesiser();

    private Recording speak(String text) {
        var recording = new Recording();
        int handedOver = synthesiser().synthesise(text, recording);
        assertThat(handedOver).isEqualTo(recording.samples().length);
        return recording;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Battery sixty two percent.",
                "Holding position.",
                "Climbing to thirty meters.",
                "Six satellites.",
                "How high should I climb?",
                "Stand by."
            })
    void shouldSoundAtOnceAtAnEvenLevelWithoutClipping(String text) {
        Recording recording = speak(text);
        assertThat(recording.leadingSilence()).isLessThanOrEqualTo(RATE_HZ / 100);
        assertThat(recording.trailingSilence()).isLessThanOrEqualTo(RATE_HZ / 5);
        assertThat(recording.levelDb()).isCloseTo(-20, within(2.5));
        assertThat(recording.peak()).isLessThan(Short.MAX_VALUE);
    }

    @Test
    void shouldTakeAsLongAsAPersonWould() {
        double seconds = speak("The payload is attached and the winch is up.").samples().length / (double) RATE_HZ;
        assertThat(seconds).isBetween(1.5, 4.5);
    }

    @Test
    void shouldSayTheSameTwice() {
        assertThat(speak("Returning to launch.").samples())
                .isEqualTo(speak("Returning to launch.").samples());
    }

    @Test
    void shouldHandOverBeforeAllIsMade() {
        assertThat(speak("Returning to launch, the battery is low.").chunks()).isGreaterThan(1);
    }

    @Test
    void shouldStopWhenTheSinkWantsNoMore() {
        var recording = new Recording(1);
        int handedOver = synthesiser().synthesise("Returning to launch, the battery is low.", recording);
        assertThat(recording.chunks()).isEqualTo(1);
        assertThat(handedOver).isEqualTo(recording.samples().length);
    }

    @Test
    void shouldStopSoonWhenCancelled() {
        Synthesiser synthesiser = synthesiser();
        var chunks = new AtomicInteger();
        int handedOver = synthesiser.synthesise("This sentence has never been spoken to its end.", (s, o, n) -> {
            if (chunks.incrementAndGet() == 2) {
                synthesiser.cancel();
            }
            return true;
        });
        assertThat(handedOver).isLessThan(RATE_HZ / 2);
        assertThat(speak("This sentence has never been spoken to its end.").samples().length)
                .isGreaterThan(RATE_HZ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "?!,;", "\uD83D\uDE81", "\u0000\n\t", "-", "'", "\u4F60\u597D"})
    void shouldBeSilentWhereThereIsNothingToSay(String text) {
        assertThat(synthesiser().synthesise(text, new Recording())).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.5% at -3 \u00b0C, 007, 1234567890123",
                "xkcd zzyzx qwrtp",
                "GPS, ETA 4 min; IMU ok & up",
                "it's the pilot\u2019s caf\u00e9",
                "a",
                "Alt:30m/Spd:5",
                "\uD83D\uDE81 landing \uD83D\uDE81"
            })
    void shouldSpeakOddText(String text) {
        assertThat(speak(text).samples()).isNotEmpty();
    }

    @Test
    void shouldSpeakAThousandCharacters() {
        String text = "the wind is rising and we are turning back ".repeat(24).substring(0, 1000);
        assertThat(speak(text).samples().length).isGreaterThan(20 * RATE_HZ);
    }

    @Test
    void shouldSpeakOneVeryLongWord() {
        assertThat(speak("antenna".repeat(60)).samples()).isNotEmpty();
    }
}
