package skylark.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;
import skylark.metrics.ProcessFacts;
import skylark.models.onnx.OnnxSettings;
import skylark.models.onnx.OrtSessions;
import skylark.nlg.compose.ClauseSink;
import skylark.nlg.compose.ExportedModel;
import skylark.nlg.compose.GeneratedReply;
import skylark.nlg.compose.ModelFolder;
import skylark.nlg.compose.ReplyComposer;
import skylark.nlg.compose.ReplyWriter;
import skylark.nlg.generate.CancelFlag;
import skylark.nlg.measure.FrozenReply;
import skylark.nlg.measure.ReplyScore;
import skylark.nlg.reply.ReplyRequest;
import skylark.nlg.reply.SpeechProfile;
import skylark.stage.NanoClock;

/** Measures one model in this process, which should have done nothing else before. */
public final class ModelProbe {
    private static final long LONGEST_NS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NS_PER_MS = 1e6;
    private static final double MEDIAN = 50;
    private static final int WARM_UP = 40;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Histogram firstToken = new Histogram(LONGEST_NS, DIGITS);
    private final Histogram token = new Histogram(LONGEST_NS, DIGITS);
    private final Histogram cpu = new Histogram(LONGEST_NS, DIGITS);

    private ModelProbe() {}

    /**
     * Lets one of our models word every frozen situation, some of them twice.
     *
     * @throws skylark.domain.BadInputException if it cannot be opened
     */
    public static ModelFigures measure(String name, ModelFolder folder) {
        ReplyComposer composer = ReplyComposer.of(folder, SpeechProfile.PLAIN);
        return new ModelProbe()
                .figures(
                        name,
                        folder.modelBytes(),
                        sessions -> ReplyWriter.open(folder, sessions, composer, NanoClock.SYSTEM));
    }

    /**
     * The same of a model of other origin, which is asked as {@code ask --model} asks it.
     *
     * @throws skylark.domain.BadInputException if it cannot be opened
     */
    public static ModelFigures measure(String name, ExportedModel model) {
        ReplyComposer composer = ReplyComposer.of(ModelFolder.builtIn(), SpeechProfile.PLAIN);
        return new ModelProbe()
                .figures(
                        name,
                        model.modelBytes(),
                        sessions -> ReplyWriter.open(model, sessions, composer, NanoClock.SYSTEM));
    }

    private ModelFigures figures(String name, long fileBytes, Function<OrtSessions, ReplyWriter> opened) {
        List<FrozenReply> situations = FrozenReply.all();
        Double before = ProcessFacts.residentMb();
        try (ReplyWriter writer = opened.apply(new OrtSessions(OnnxSettings.cpu()))) {
            situations.stream()
                    .limit(WARM_UP)
                    .forEach(situation -> write(writer, situation.request().inJava()));
            firstToken.reset();
            token.reset();
            cpu.reset();
            ReplyScore score = ReplyScore.of(request -> write(writer, request).words());
            Double peak = ProcessFacts.peakResidentMb();
            return new ModelFigures(
                    name,
                    fileBytes / 1e6,
                    peak == null || before == null ? null : peak - before,
                    median(firstToken),
                    median(token),
                    median(cpu),
                    score.bleu(),
                    score.chrf(),
                    score.slots());
        }
    }

    private GeneratedReply write(ReplyWriter writer, ReplyRequest request) {
        long[] ids = writer.encode(writer.prompt(request));
        long cpuBefore = threads.getCurrentThreadCpuTime();
        GeneratedReply reply = writer.generate(request, ids, CancelFlag.open(), ClauseSink.NONE);
        cpu.recordValue(threads.getCurrentThreadCpuTime() - cpuBefore);
        var generation = reply.generation();
        if (generation.firstTokenNs() > 0) {
            firstToken.recordValue(generation.firstTokenNs());
            // The end of the sentence is a choice as well.
            token.recordValue((generation.totalNs() - generation.firstTokenNs()) / Math.max(1, generation.tokens()));
        }
        return reply;
    }

    private static double median(Histogram histogram) {
        return histogram.getValueAtPercentile(MEDIAN) / NS_PER_MS;
    }
}
