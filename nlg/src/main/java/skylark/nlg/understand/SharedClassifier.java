package skylark.nlg.understand;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import skylark.domain.Intent;
import skylark.domain.RiskClass;

/** One classifier for two threads, each of which has an answer of its own: its owner, who waits, and one who does not. */
final class SharedClassifier implements SentenceClassifier {
    /** Several times what a sentence takes. */
    private static final long PATIENCE_MS = 20;

    private final SentenceClassifier classifier;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final float[] answer = new float[Intent.values().length];

    /** Takes ownership of the classifier. */
    SharedClassifier(SentenceClassifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public float[] probabilities(Utterance utterance) {
        oneAtATime.lock();
        return answered(utterance, answer);
    }

    private float[] answered(Utterance utterance, float[] into) {
        try {
            System.arraycopy(classifier.probabilities(utterance), 0, into, 0, into.length);
            return into;
        } finally {
            oneAtATime.unlock();
        }
    }

    @Override
    public double threshold(RiskClass riskClass) {
        return classifier.threshold(riskClass);
    }

    @Override
    public void close() {
        classifier.close();
    }

    /** For the other thread; all its probabilities are 0 when the owner does not finish. */
    SentenceClassifier impatient() {
        return new Impatient();
    }

    private final class Impatient implements SentenceClassifier {
        private final float[] none = new float[Intent.values().length];
        private final float[] answer = new float[Intent.values().length];

        @Override
        public float[] probabilities(Utterance utterance) {
            return mayAsk() ? answered(utterance, answer) : none;
        }

        private boolean mayAsk() {
            try {
                return oneAtATime.tryLock(PATIENCE_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public double threshold(RiskClass riskClass) {
            return classifier.threshold(riskClass);
        }

        @Override
        public void close() {}
    }
}
