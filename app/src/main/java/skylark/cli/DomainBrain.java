package skylark.cli;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import skylark.config.Settings;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.models.onnx.Provider;
import skylark.nlg.compose.ModelFolder;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.nlg.reply.Speller;
import skylark.nlg.understand.DomainUnderstander;
import skylark.nlg.understand.Understander;
import skylark.stage.NanoClock;

/** Grammar, encoder and language model; each is loaded when it is first asked. Belongs to one thread. */
final class DomainBrain implements Brain {
    private final Settings settings;
    private final SpeechProfile profile;
    private final Speller speller;
    private @Nullable DomainUnderstander understander;
    private @Nullable ReplyWriter writer;

    DomainBrain(Settings settings) {
        this.settings = settings;
        this.profile = SpeechProfile.of(settings.speech().profile());
        this.speller = new Speller(profile);
    }

    @Override
    public Understander understander() {
        DomainUnderstander opened = understander;
        if (opened == null) {
            opened = DomainUnderstander.ofGrammar();
            understander = opened;
        }
        return opened;
    }

    @Override
    public Reply reply(ReplyRequest request) {
        var reply = writer().write(request);
        Map<String, Double> ms = new HashMap<>();
        if (reply.generateMs() > 0) {
            ms.put("first_token", reply.firstTokenMs());
            ms.put("generate", reply.generateMs());
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

    private ReplyWriter writer() {
        ReplyWriter opened = writer;
        if (opened == null) {
            ModelFolder folder = ModelFolder.builtIn();
            opened = ReplyWriter.open(folder, sessions(), ReplyComposer.of(folder, profile), NanoClock.SYSTEM);
            writer = opened;
        }
        return opened;
    }

    private OrtSessions sessions() {
        var providers = settings.models().providers().stream().map(Provider::of).toList();
        return new OrtSessions(new OnnxSettings(settings.models().threads(), providers, null));
    }
}
