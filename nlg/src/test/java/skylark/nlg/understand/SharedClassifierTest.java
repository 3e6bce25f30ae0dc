package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import skylark.domain.Intent;
import skylark.domain.RiskClass;

class SharedClassifierTest {
    private static final Utterance WORDS = new Normaliser(Set.of()).normalise("anything");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private volatile boolean stuck;
    private volatile boolean closed;
    private float next = 0.25f;
    private final SharedClassifier shared = new SharedClassifier(new Scripted());
    private final SentenceClassifier impatient = shared.impatient();

    @Test
    void shouldKeepTheAnswersOfTheTwoApart() {
        float[] owners = shared.probabilities(WORDS);
        float[] others = impatient.probabilities(WORDS);
        assertThat(owners[0]).isEqualTo(0.25f);
        assertThat(others[0]).isEqualTo(0.5f);
        assertThat(impatient.threshold(RiskClass.S)).isEqualTo(shared.threshold(RiskClass.S));
    }

    @Test
    void shouldNotWaitForAnOwnerThatIsStuck() throws Exception {
        stuck = true;
        Thread owner = new Thread(() -> shared.probabilities(WORDS));
        owner.start();
        asked.await();
        assertThat(impatient.probabilities(WORDS)).containsOnly(0f);
        mayAnswer.countDown();
        owner.join();
        stuck = false;
        assertThat(impatient.probabilities(WORDS)[0]).as("it answers again").isPositive();
    }

    @Test
    void shouldEndWithItsOwner() {
        impatient.close();
        assertThat(closed).isFalse();
        shared.close();
        assertThat(closed).isTrue();
    }

    private final class Scripted implements SentenceClassifier {
        private final float[] answer = new float[Intent.values().length];

        @Override
        public float[] probabilities(Utterance utterance) {
            asked.countDown();
            try {
                if (stuck) {
                    mayAnswer.await();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer[0] = next;
            next *= 2;
            return answer;
        }

        @Override
        public double threshold(RiskClass riskClass) {
            return 0.7;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
