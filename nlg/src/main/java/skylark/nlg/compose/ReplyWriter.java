package skylark.nlg.compose;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;
import skylark.domain.ReplySource;
import skylark.models.onnx.OnnxSession;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.generate.Generation;
import skylark.nlg.generate.Generation.Finish;
import skylark.nlg.generate.Generator;
import skylark.nlg.generate.ModelShape;
import skylark.nlg.generate.OnnxGenerator;
import skylark.nlg.prompt.PlainPrompt;
import skylark.nlg.prompt.PromptWriter;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.tokenize.Tokenizer;
import skylark.nlg.tokenize.Vocabulary;
import skylark.stage.NanoClock;

/**
 * Writes replies: with the model, and with a template where the model fails.
 *
 * <p>{@link #encode} belongs to one thread (the tokenizer's), {@link #generate} to another (the generator's); the other
 * steps hold no state. {@link #write} is all of them, for a caller that owns both.
 */
public final class ReplyWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyWriter.class);

    /** What is left for the situation and the operator's words after the examples of a plain prompt. */
    private static final int MOST_SITUATION_TOKENS = 96;

    /** Where a model forgot the space before a value. */
    private static final Pattern BEFORE_VALUE = Pattern.compile("(?<=[A-Za-z,.:])(?=\\{)");

    private final Tokenizer tokenizer;
    private final Vocabulary vocabulary;
    private final Dialect dialect;
    private final Generator generator;
    private final PromptWriter prompts;
    private final ReplyComposer composer;
    private final int context;
    private final UnaryOperator<long[]> start;

    ReplyWriter(
            Tokenizer tokenizer,
            Vocabulary vocabulary,
            Generator generator,
            Dialect dialect,
            ReplyComposer composer,
            int context,
            UnaryOperator<long[]> start) {
        this.tokenizer = tokenizer;
        this.vocabulary = vocabulary;
        this.generator = generator;
        this.dialect = dialect;
        this.prompts = composer.prompts();
        this.composer = composer;
        this.context = context;
        this.start = start;
    }

    /**
     * Opens a model.
     *
     * @throws BadInputException if a file of it is missing, corrupt or does not fit the others
     */
    public static ReplyWriter open(ModelFolder folder, OrtSessions sessions, ReplyComposer composer, NanoClock clock) {
        Vocabulary vocabulary = Vocabulary.read(folder.tokenizer());
        ModelShape shape = ModelShape.read(folder.config());
        if (vocabulary.size() != shape.vocab()) {
            throw new BadInputException(folder.tokenizer() + ": expected the " + shape.vocab() + " tokens of "
                    + folder.config() + ", got " + vocabulary.size());
        }
        Tokenizer tokenizer = Tokenizer.open(folder.tokenizer());
        OnnxSession session = sessions.open(folder.model());
        Generator generator = new OnnxGenerator(session, shape, vocabulary.specialId("<eos>"), clock);
        Dialect dialect = new TrainedDialect(composer.prompts(), vocabulary);
        return new ReplyWriter(tokenizer, vocabulary, generator, dialect, composer, shape.context(), ids -> ids);
    }

    /**
     * Opens a model of another origin, and tries it.
     *
     * @throws BadInputException if it is corrupt or no decoder, or its files do not fit each other
     */
    public static ReplyWriter open(ExportedModel model, OrtSessions sessions, ReplyComposer composer, NanoClock clock) {
        Vocabulary vocabulary = model.vocabulary();
        Tokenizer tokenizer = Tokenizer.open(model.tokenizer());
        PlainTokens tokens = new PlainTokens(tokenizer, vocabulary, model);
        OnnxGenerator generator = model.open(sessions, vocabulary, tokens.end(), clock);
        model.trial(generator, tokenizer);
        int room = generator.context() - PlainDialect.MAX_TOKENS - MOST_SITUATION_TOKENS;
        boolean examples = tokenizer.encode(PlainPrompt.examples()).length <= room;
        Dialect dialect = new PlainDialect(new PlainPrompt(composer.prompts(), examples), tokens);
        return new ReplyWriter(
                tokenizer, vocabulary, generator, dialect, composer, generator.context(), model::withStart);
    }

    /** The model's prompt. Any thread. */
    public String prompt(ReplyRequest request) {
        return dialect.prompt(request);
    }

    /** The prompt's ids. The tokenizer's thread. */
    public long[] encode(String prompt) {
        return start.apply(tokenizer.encode(prompt));
    }

    /**
     * Lets the model write. The generator's thread.
     *
     * @param promptIds of this request's {@link #prompt}
     * @param clauses is told each clause as it is complete, on this thread
     */
    public GeneratedReply generate(ReplyRequest request, long[] promptIds, CancelFlag cancel, ClauseSink clauses) {
        if (promptIds.length + dialect.maxTokens() > context) {
            LOG.warn("a prompt of {} tokens leaves no room for a reply", promptIds.length);
            return new GeneratedReply("", new Generation(Finish.FAULT, 0, 0, 0));
        }
        List<String> placeholders =
                prompts.allowed(request).stream().map(Placeholder::token).toList();
        ClauseStream stream = new ClauseStream(vocabulary, clauses);
        Generation generation =
                generator.generate(promptIds, dialect.allowing(placeholders), dialect.maxTokens(), stream, cancel);
        return new GeneratedReply(BEFORE_VALUE.matcher(stream.words()).replaceAll(" "), generation);
    }

    /** Puts the values of this moment into generated words; a template where these cannot be spoken. Any thread. */
    public Reply render(ReplyRequest newest, GeneratedReply generated) {
        return composer.compose(newest, Optional.of(generated));
    }

    /** The template for this situation. Any thread. */
    public Reply template(ReplyRequest request) {
        return composer.compose(request, Optional.empty());
    }

    /** All steps, on a thread that owns tokenizer and generator. */
    public Reply write(ReplyRequest request) {
        GeneratedReply generated = generate(request, encode(prompt(request)), CancelFlag.open(), ClauseSink.NONE);
        Reply reply = render(request, generated);
        if (reply.source() != ReplySource.GENERATED) {
            LOG.info("'{}' is not spoken: {}", generated.words(), reply.fault());
        }
        return reply;
    }

    @Override
    public void close() {
        generator.close();
        tokenizer.close();
    }
}
