package skylark.nlg.understand;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.Understanding;
import skylark.domain.Understanding.Route;

/**
 * Understands what operators say: the grammar first, then, if one is given, a classifier of sentences. Belongs to one
 * thread; the completeness of words is judged by the grammar alone.
 */
public final class DomainUnderstander implements Understander, AutoCloseable {
    private static final String ENCODER = "minilm-l6-v2-q";
    private static final double KNOWN_FORM = 0.99;
    private static final double REFUSED_FORM = 0.97;
    private static final double LOUD_STOP = 0.9;
    private static final double ALL_BUT_CERTAIN = 0.9;
    /** Holding is harmless, a missed stop is not: with a stop word among the others little is asked. */
    private static final double LEAST_STOP_WITH_WORD = 0.08;

    private static final Set<String> STOP_WORDS = Set.of("stop", "halt", "freeze", "abort", "whoa", "woah");
    private static final Set<String> BEFORE_A_LAST_STOP = Set.of("and", "then", "before", "you");
    private static final Set<Intent> OF_STOPPING =
            Set.of(Intent.VIDEO, Intent.SILENCE, Intent.LIGHT, Intent.EXCLUDED, Intent.VOLUME, Intent.VERBOSITY);

    private final GrammarFile file;
    private final Normaliser normaliser;
    private final Grammar grammar;
    private final SpeechAct speechAct;
    private final Mending mending;
    private final CompletenessJudge judge;
    private final @Nullable SentenceClassifier classifier;

    DomainUnderstander(@Nullable SentenceClassifier classifier) {
        this(GrammarFile.read(), classifier);
    }

    private DomainUnderstander(GrammarFile file, @Nullable SentenceClassifier classifier) {
        this(file, new Grammar(file), classifier);
    }

    private DomainUnderstander(GrammarFile file, Grammar grammar, @Nullable SentenceClassifier classifier) {
        this.file = file;
        this.normaliser = new Normaliser(new HashSet<>(file.section("filler")));
        this.grammar = grammar;
        this.speechAct = new SpeechAct(file, grammar.courtesy());
        this.mending = new Mending(file, grammar, speechAct);
        this.judge = new CompletenessJudge(file, grammar, speechAct, mending);
        this.classifier = classifier;
    }

    /** Understands known forms only; nothing needs to be installed. */
    public static DomainUnderstander ofGrammar() {
        return new DomainUnderstander(null);
    }

    /**
     * Understands known forms, and free ones by the sentence encoder.
     *
     * @param modelsDir where models are installed; holds {@code minilm-l6-v2-q}
     * @throws skylark.domain.BadInputException if the encoder is not there or not whole
     */
    public static DomainUnderstander open(Path modelsDir) {
        SharedClassifier encoder = new SharedClassifier(new EncoderClassifier(modelsDir.resolve(ENCODER)));
        return new DomainUnderstander(encoder);
    }

    /**
     * Another one, for another thread, with the same forms and the same encoder. It does not wait for a stuck one: without an answer it
     * understands known forms only. It need not be closed, and ends with this one.
     */
    public DomainUnderstander beside() {
        SentenceClassifier asked = classifier instanceof SharedClassifier shared ? shared.impatient() : classifier;
        return new DomainUnderstander(file, grammar.beside(), asked);
    }

    @Override
    public Understanding understand(String words) {
        Utterance utterance = normaliser.normalise(words);
        if (utterance.words().isEmpty()) {
            return rejected(utterance, 1, Route.GRAMMAR);
        }
        Utterance mended = utterance.with(mending.mend(utterance.words()));
        Understanding known = known(mended);
        return known != null ? known : guessed(mended);
    }

    @Override
    public Completeness completeness(String wordsSoFar) {
        return judge.of(normaliser.normalise(wordsSoFar).words());
    }

    private @Nullable Understanding known(Utterance utterance) {
        List<String> words = utterance.words();
        Matcher.Match match = grammar.match(words).match();
        if (match != null) {
            return new Understanding(utterance.heard(), match.intent(), match.slots(), KNOWN_FORM, Route.GRAMMAR);
        }
        int refused = speechAct.refused(words);
        if (refused > 0
                && moves(grammar.match(words.subList(refused, words.size())).match())) {
            return new Understanding(utterance.heard(), Intent.DENY, Slots.NONE, REFUSED_FORM, Route.GRAMMAR);
        }
        return null;
    }

    private static boolean moves(Matcher.@Nullable Match match) {
        return match != null && (match.intent().isCommand() || match.intent().riskClass() == RiskClass.S);
    }

    private Understanding guessed(Utterance utterance) {
        List<String> words = utterance.words();
        boolean barred = speechAct.barsCommands(words);
        if (interrupts(words)) {
            return stop(utterance);
        }
        boolean stopSaid = saysStop(words) && !refusesStop(words);
        if (classifier == null) {
            return stopSaid ? stop(utterance) : rejected(utterance, 0.5, Route.GRAMMAR);
        }
        float[] probabilities = classifier.probabilities(utterance);
        Intent likeliest = likeliest(probabilities, barred);
        double confidence = probabilities[likeliest.ordinal()];
        if (OF_STOPPING.contains(likeliest) && confidence > 0.5) {
            return decided(utterance, likeliest, confidence);
        }
        boolean endsByItself = orders(likeliest, confidence) && onlyThenStops(words);
        if (!endsByItself && (stopSaid || meansStop(words, probabilities[Intent.STOP.ordinal()]))) {
            return stop(utterance);
        }
        return decided(utterance, likeliest, confidence);
    }

    private boolean meansStop(List<String> words, double probability) {
        boolean named = words.stream().anyMatch(STOP_WORDS::contains);
        return probability >= (named ? LEAST_STOP_WITH_WORD : least(Intent.STOP)) && !refusesStop(words);
    }

    private boolean orders(Intent intent, double confidence) {
        return intent.isCommand() && confidence >= least(intent);
    }

    /** "Go up ten meters and stop" is an order that ends by itself. */
    private static boolean onlyThenStops(List<String> words) {
        int last = words.size() - 1;
        return last > 2 && STOP_WORDS.contains(words.get(last)) && BEFORE_A_LAST_STOP.contains(words.get(last - 1));
    }

    private double least(Intent intent) {
        return classifier == null ? 1 : classifier.threshold(intent.riskClass());
    }

    private Understanding decided(Utterance utterance, Intent intent, double confidence) {
        boolean doubtful = intent.isCommand() && speechAct.doubtsCommands(utterance.words());
        if (confidence < (doubtful ? ALL_BUT_CERTAIN : least(intent))) {
            return rejected(utterance, 1 - confidence, Route.ENCODER);
        }
        Slots slots = SlotReader.read(intent, utterance.words());
        return new Understanding(utterance.heard(), intent, slots, confidence, Route.ENCODER);
    }

    private boolean saysStop(List<String> words) {
        int[] starts = grammar.courtesy().starts(words);
        return STOP_WORDS.contains(words.get(starts[starts.length - 1]))
                || STOP_WORDS.contains(words.get(words.size() - 1));
    }

    /** Something known was being said, and then "stop": "what are you doing stop". */
    private boolean interrupts(List<String> words) {
        int end = words.size();
        while (end > 0 && STOP_WORDS.contains(words.get(end - 1))) {
            end--;
        }
        boolean stops = end > 0 && end < words.size() && !speechAct.negatedAt(words, end);
        return stops && grammar.match(words.subList(0, end)).match() != null;
    }

    /** "Do not stop" and what is merely told about stopping; "do not go any further" is not that. */
    private boolean refusesStop(List<String> words) {
        if (speechAct.mentions(words)) {
            return true;
        }
        boolean refused = false;
        for (int at = 0; at < words.size(); at++) {
            if (STOP_WORDS.contains(words.get(at))) {
                refused = speechAct.negatedAt(words, at);
            }
        }
        return refused;
    }

    /** The likeliest but for stop, which has a rule of its own. */
    private static Intent likeliest(float[] probabilities, boolean barred) {
        Intent best = Intent.OUT_OF_SCOPE;
        for (Intent intent : Intent.values()) {
            boolean allowed = intent != Intent.STOP && !(barred && intent.isCommand());
            if (allowed && probabilities[intent.ordinal()] > probabilities[best.ordinal()]) {
                best = intent;
            }
        }
        return best;
    }

    private static Understanding stop(Utterance utterance) {
        return new Understanding(utterance.heard(), Intent.STOP, Slots.NONE, LOUD_STOP, Route.GRAMMAR);
    }

    private static Understanding rejected(Utterance utterance, double confidence, Route route) {
        return new Understanding(utterance.heard(), Intent.OUT_OF_SCOPE, Slots.NONE, confidence, route);
    }

    /** Frees the classifier. */
    @Override
    public void close() {
        if (classifier != null) {
            classifier.close();
        }
    }
}
