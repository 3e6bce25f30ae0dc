package skylark.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.app.LanguageModel;
import skylark.config.Settings;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.Speller;
import skylark.nlg.understand.DomainUnderstander;
import skylark.nlg.understand.Understander;

/** Grammar, encoder and language model; each is loaded when it is first asked. Belongs to one thread. */
final class DomainBrain implements Brain {
    private final Settings settings;
    private final Speller speller;
    private @Nullable DomainUnderstander understander;
    private @Nullable ReplyWriter writer;

    DomainBrain(Settings settings) {
        this.settings = settings;
        this.speller = new Speller(SpeechProfile.of(settings.speech().profile()));
    }

    @Override
    public void prepare() {
        writer();
        understander();
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
        var reply = writer().write(request);
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
        if (writer != null) {
            writer.close();
        }
    }

    private static double rounded(double ms) {
        return Math.round(ms * 1000) / 1000.0;
    }

    private ReplyWriter writer() {
        ReplyWriter opened = writer;
        if (opened == null) {
            opened = LanguageModel.of(settings).open();
            writer = opened;
        }
        return opened;
    }
}
