package skylark.models.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import skylark.domain.BadInputException;

/** The kinds of model that an operator may bring, and how they are known. */
enum OperatorModel {
    VOSK,
    GENERATOR;

    /** As Hugging Face's exporter, and those who publish for browsers, name the file. */
    private static final List<String> DECODERS =
            List.of("model.onnx", "model_quantized.onnx", "onnx/model.onnx", "onnx/model_quantized.onnx");

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells what a folder holds.
     *
     * @param source what the operator named, for the message
     */
    static OperatorModel of(Path folder, Path source) {
        if (isVosk(folder)) {
            return VOSK;
        }
        boolean decoder = DECODERS.stream().anyMatch(file -> has(folder, file));
        if (decoder && has(folder, "tokenizer.json")) {
            return GENERATOR;
        }
        throw new BadInputException(source + ": expected a Vosk model (am/final.mdl, conf/mfcc.conf, graph/HCLG.fst or"
                + " graph/HCLr.fst with graph/Gr.fst) or an ONNX language model (model.onnx, tokenizer.json)");
    }

    private static boolean isVosk(Path folder) {
        boolean graph = has(folder, "graph/HCLG.fst") || (has(folder, "graph/HCLr.fst") && has(folder, "graph/Gr.fst"));
        return graph && has(folder, "am/final.mdl") && has(folder, "conf/mfcc.conf");
    }

    private static boolean has(Path folder, String file) {
        return Files.isRegularFile(folder.resolve(file));
    }

    /** Takes away the single outer folder that archives usually have. */
    static void unwrap(Path folder) throws IOException {
        List<Path> top = list(folder);
        if (top.size() != 1 || !Files.isDirectory(top.get(0))) {
            return;
        }
        Path wrapper = Files.move(top.get(0), folder.resolve(".unwrapped"));
        for (Path inner : list(wrapper)) {
            Files.move(inner, folder.resolve(String.valueOf(inner.getFileName())));
        }
        Files.delete(wrapper);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
