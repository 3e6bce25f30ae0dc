package skylark.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skylark.audio.pcm.WavWriter;
import skylark.audio.voice.Synthesiser;
import skylark.domain.BadInputException;

/** The synthesiser alone. */
@Command(name = "say", description = "Speaks a text into a WAV file: mono, 16 kHz, 16 bit.")
final class SayCommand implements Callable<Integer> {
    private static final int RATE_HZ = 16_000;
    private static final int LONGEST_CHARACTERS = 10_000;
    private static final String SENTENCE_END = "(?<=[.!?;])\\s+";

    private final Shared shared;
    private final Supplier<Synthesiser> voices;
    private short[] samples = new short[4 * RATE_HZ];
    private int count;

    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "What to say.")
    private List<String> text = List.of();

    @Option(names = "-o", paramLabel = "F.wav", description = "The file to write.")
    private @Nullable Path file;

    SayCommand(Shared shared, Supplier<Synthesiser> voices) {
        this.shared = shared;
        this.voices = voices;
    }

    @Override
    public Integer call() {
        String words = String.join(" ", text).strip();
        Path target = target();
        if (words.codePoints().noneMatch(Character::isLetterOrDigit) || words.length() > LONGEST_CHARACTERS) {
            throw new BadInputException(
                    "say: expected a text with words, of at most " + LONGEST_CHARACTERS + " characters");
        }
        shared.settings();
        try (Synthesiser voice = voices.get()) {
            for (String sentence : words.split(SENTENCE_END)) {
                voice.synthesise(sentence, this::keep);
            }
        }
        WavWriter.write(target, samples, count);
        shared.console().out().println(String.format(Locale.ROOT, "%s: %.2f s", target, (double) count / RATE_HZ));
        return ExitStatus.DONE;
    }

    /** Asked before anything starts, so that a slip in the name costs no synthesis. */
    private Path target() {
        if (file == null) {
            throw new BadInputException("say: expected -o F.wav, for there is no loudspeaker yet");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new BadInputException(file + ": cannot be written, expected a file in a writable folder");
        }
        return file;
    }

    private boolean keep(short[] some, int offset, int length) {
        if (count + length > samples.length) {
            samples = Arrays.copyOf(samples, Math.max(count + length, samples.length * 2));
        }
        System.arraycopy(some, offset, samples, count, length);
        count += length;
        return true;
    }
}
