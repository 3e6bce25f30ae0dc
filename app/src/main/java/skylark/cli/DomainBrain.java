package skylark.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.config.Settings;
import skylark.domain.BadInputException;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.models.onnx.Provider;
import skylark.nlg.compose.ModelFolder;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.prompt.PromptTable;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.Speller;
import skylark.nlg.understand.DomainUnderstander;
import skylark.nlg.understand.Understander;
import skylark.stage.NanoClock;

/** Grammar, encoder and language model; each is loaded when it is first asked. Belongs to one thread. */
final class DomainBrain implements Brain {
    private static final Logger LOG = LoggerFactory.getLogger(DomainBrain.class);
    private static final String PROMPT_TABLE = "/skylark/nlg/model/prompt.json";

    private final Settings settings;
    private final SpeechProfile profile;
    private final Speller speller;
    private @Nullable DomainUnderstander understander;
    private @Nullable Replies replies;

    DomainBrain(Settings settings) {
        this.settings = settings;
        this.profile = SpeechProfile.of(settings.speech().profile());
        this.speller = new Speller(profile);
    }

    @Override
    public Understander understander() {
        DomainUnderstander opened = understander;
        if (opened == null) {
            opened = DomainUnderstander.open(settings.models().dir());
            understander = opened;
        }
        return opened;
    }

    @Override
    public Reply reply(ReplyRequest request) {
        var reply = replies().write(request);
        Map<String, Double> ms = new HashMap<>();
        if (reply.generateMs() > 0) {
            ms.put("first_token", rounded(reply.firstTokenMs()));
            ms.put("generate", rounded(reply.generateMs()));
        }
        return new Reply(reply.text(), reply.source(), ms);
    }

    @Override
    public String numberWords(double number) {
        return speller.number(number);
    }

    @Override
    public void close() {
        if (understander != null) {
            understander.close();
        }
        if (replies != null) {
            replies.close();
        }
    }

    private static double rounded(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }

    private Replies replies() {
        Replies opened = replies;
        if (opened == null) {
            opened = open();
            replies = opened;
        }
        return opened;
    }

    /** The language model; where it cannot be opened, templates say the same with fewer turns of phrase. */
    private Replies open() {
        try {
            ModelFolder folder = ModelFolder.builtIn();
            return Replies.of(
                    ReplyWriter.open(folder, sessions(), ReplyComposer.of(folder, profile), NanoClock.SYSTEM));
        } catch (BadInputException e) {
            LOG.warn("no language model, replies are templates: {}", e.getMessage());
            return Replies.of(new ReplyComposer(builtInTable(), profile));
        }
    }

    private static PromptTable builtInTable() {
        try (InputStream in = DomainBrain.class.getResourceAsStream(PROMPT_TABLE)) {
            return PromptTable.read(Objects.requireNonNull(in, PROMPT_TABLE), PROMPT_TABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(PROMPT_TABLE, e);
        }
    }

    private OrtSessions sessions() {
        var providers = settings.models().providers().stream().map(Provider::of).toList();
        return new OrtSessions(new OnnxSettings(settings.models().threads(), providers, null));
    }

    /** Written or templated. */
    private interface Replies {
        skylark.nlg.compose.Reply write(ReplyRequest request);

        void close();

        static Replies of(ReplyWriter writer) {
            return new Replies() {
                @Override
                public skylark.nlg.compose.Reply write(ReplyRequest request) {
                    return writer.write(request);
                }

                @Override
                public void close() {
                    writer.close();
                }
            };
        }

        static Replies of(ReplyComposer composer) {
            return new Replies() {
                @Override
                public skylark.nlg.compose.Reply write(ReplyRequest request) {
                    return composer.compose(request, Optional.empty());
                }

                @Override
                public void close() {}
            };
        }
    }
}
