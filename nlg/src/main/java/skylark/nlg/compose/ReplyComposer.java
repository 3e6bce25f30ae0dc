package skylark.nlg.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import skylark.domain.ReplySource;
import skylark.nlg.generate.Generation.Finish;
import skylark.nlg.prompt.PromptTable;
import skylark.nlg.prompt.PromptWriter;
import skylark.nlg.reply.Placeholder;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.SpeechTime;
import skylark.nlg.reply.Speller;

/**
 * Makes spoken words of generated ones, at the moment of speaking, or of a template where those cannot be spoken. Needs
 * no model. Immutable, for all threads.
 */
public final class ReplyComposer {
    private final PromptWriter prompts;
    private final TemplateTable templates;
    private final ReplyCheck check;
    private final SpokenText values;

    public ReplyComposer(PromptTable table, SpeechProfile profile) {
        prompts = new PromptWriter(table);
        templates = TemplateTable.load(prompts);
        check = new ReplyCheck(prompts);
        values = new SpokenText(new Speller(profile));
    }

    /** With the prompt table of a model. */
    public static ReplyComposer of(ModelFolder folder, SpeechProfile profile) {
        try (InputStream in = Files.newInputStream(folder.prompt())) {
            return new ReplyComposer(PromptTable.read(in, folder.prompt().toString()), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(folder.prompt().toString(), e);
        }
    }

    PromptWriter prompts() {
        return prompts;
    }

    /**
     * The words to speak now. Never empty, and every number in it is one of the request's.
     *
     * @param newest the request with the state of this moment
     * @param generated what the model wrote for it, or nothing for the template
     */
    public Reply compose(ReplyRequest newest, Optional<GeneratedReply> generated) {
        if (generated.isEmpty()) {
            return new Reply(templated(newest), ReplySource.TEMPLATE, null, 0, 0);
        }
        GeneratedReply draft = generated.get();
        String spoken = values.fill(draft.words(), newest);
        String fault = fault(newest, draft, spoken);
        Optional<String> shorter = ClauseStream.withoutLast(draft.words());
        while (ReplyCheck.TOO_LONG.equals(fault) && shorter.isPresent()) {
            draft = draft.with(shorter.get());
            spoken = values.fill(draft.words(), newest);
            fault = fault(newest, draft, spoken);
            shorter = ClauseStream.withoutLast(draft.words());
        }
        return spoken != null && fault == null
                ? new Reply(spoken, ReplySource.GENERATED, null, draft.firstTokenMs(), draft.totalMs())
                : new Reply(templated(newest), ReplySource.TEMPLATE, fault, draft.firstTokenMs(), draft.totalMs());
    }

    /** The clauses of spoken words, each with its mark, for a synthesiser that takes them one by one. */
    public static List<String> clauses(String spoken) {
        return ClauseStream.split(spoken);
    }

    private @Nullable String fault(ReplyRequest newest, GeneratedReply draft, @Nullable String spoken) {
        Finish finish = draft.generation().finish();
        if (finish != Finish.EOS) {
            return switch (finish) {
                case LENGTH -> "cut";
                case CANCELLED -> "cancelled";
                default -> "the generator failed";
            };
        }
        return spoken == null
                ? "a value is unknown"
                : check.fault(newest, draft.words(), spoken).orElse(null);
    }

    private String templated(ReplyRequest request) {
        String words = templates.words(request);
        String spoken = filled(words, request);
        Optional<String> shorter = withoutOptional(words, request);
        while (SpeechTime.isTooLong(spoken, request) && shorter.isPresent()) {
            spoken = filled(shorter.get(), request);
            shorter = withoutOptional(shorter.get(), request);
        }
        return spoken;
    }

    /** Without the last clause, if no value that was asked for is in it. */
    private Optional<String> withoutOptional(String words, ReplyRequest request) {
        return ClauseStream.withoutLast(words).filter(shorter -> prompts.required(request).stream()
                .map(Placeholder::token)
                .allMatch(token -> shorter.contains(token) || !words.contains(token)));
    }

    private String filled(String template, ReplyRequest request) {
        String spoken = values.fill(template, request);
        if (spoken == null) {
            throw new IllegalStateException("templates.txt: a value is unknown for " + request.topic());
        }
        return spoken;
    }
}
