package skylark.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.domain.BadInputException;

/**
 * Opens models. There is one ONNX Runtime environment in a process, which stays until the process ends; do not open
 * models while the process shuts down. Sessions do not spin, use every graph optimisation, and share nothing.
 *
 * <p>Safe for use by all threads.
 */
public final class OrtSessions {
    private static final Logger LOG = LoggerFactory.getLogger(OrtSessions.class);

    private final OnnxSettings settings;
    private final ProviderChain chain;

    public OrtSessions(OnnxSettings settings) {
        this(settings, CudaDriver::loads);
    }

    OrtSessions(OnnxSettings settings, java.util.function.BooleanSupplier cudaDriver) {
        this.settings = settings;
        this.chain = new ProviderChain(settings.providers(), cudaDriver);
    }

    /**
     * Opens a model file; weights that it keeps in files beside it are found there.
     *
     * @throws BadInputException if the file is missing, corrupt, truncated or no ONNX model
     */
    public OnnxSession open(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BadInputException(file + ": no such readable file, expected an ONNX model");
        }
        Path folder = settings.optimised();
        if (folder != null && chain.first() == Provider.CPU) {
            return open(file, new OptimisedModels(folder, environment().getVersion()));
        }
        return open(file.toString(), fromFile(file));
    }

    private static Opener fromFile(Path file) {
        return options -> environment().createSession(file.toString(), options);
    }

    /** As it was optimised at an earlier start; else it is kept for the next one. */
    private OnnxSession open(Path file, OptimisedModels kept) {
        try {
            Optional<String> key = kept.key(file);
            if (key.isEmpty()) {
                return open(file.toString(), fromFile(file));
            }
            Optional<Path> made = kept.find(key.get());
            return made.isPresent() ? reopened(file, made.get(), kept) : optimised(file, key.get(), kept);
        } catch (IOException e) {
            LOG.info("{}: optimised models cannot be kept: {}", settings.optimised(), e.toString());
            return open(file.toString(), fromFile(file));
        }
    }

    private OnnxSession reopened(Path file, Path made, OptimisedModels kept) {
        try {
            return open(
                    file.toString(),
                    options -> {
                        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
                        return environment().createSession(made.toString(), options);
                    },
                    Provider.CPU);
        } catch (OrtException e) {
            LOG.warn("{}: {}, optimised again", made, oneLine(e));
            kept.drop(made);
            return open(file.toString(), fromFile(file));
        }
    }

    private OnnxSession optimised(Path file, String key, OptimisedModels kept) throws IOException {
        Path draft = kept.draft();
        try {
            OnnxSession session = open(file.toString(), options -> {
                options.setOptimizedModelFilePath(draft.toString());
                return environment().createSession(file.toString(), options);
            });
            keep(key, draft, kept);
            return session;
        } finally {
            kept.drop(draft);
        }
    }

    /**
     * Opens a model from memory, which may be reused afterwards.
     *
     * @param name what messages call it
     * @throws BadInputException if the bytes are corrupt, truncated or no ONNX model
     */
    public OnnxSession open(String name, byte[] model) {
        return open(name, options -> environment().createSession(model, options));
    }

    private static void keep(String key, Path draft, OptimisedModels kept) {
        try {
            kept.keep(key, draft);
        } catch (IOException e) {
            LOG.info("{}: cannot be kept: {}", draft, e.toString());
        }
    }

    private OnnxSession open(String name, Opener opener) {
        for (Provider provider = chain.first(); ; provider = chain.after(provider)) {
            try {
                return open(name, opener, provider);
            } catch (OrtException e) {
                if (provider == Provider.CPU) {
                    throw new BadInputException(
                            name + ": expected a complete ONNX model, but "
                                    + oneLine(e).replace(name, "it"),
                            e);
                }
                chain.refused(provider, oneLine(e));
            }
        }
    }

    private OnnxSession open(String name, Opener opener, Provider provider) throws OrtException {
        try (OrtSession.SessionOptions options = options(settings, provider)) {
            OnnxSession session = new OnnxSession(name, opener.open(options), provider);
            if (chain.chose(provider)) {
                LOG.info(
                        "ONNX Runtime {} computes on {}, {} thread(s){}",
                        environment().getVersion(),
                        provider.word(),
                        settings.intraOpThreads(),
                        chain.notes());
            }
            return session;
        }
    }

    private static OrtSession.SessionOptions options(OnnxSettings settings, Provider provider) throws OrtException {
        environment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            configure(options, settings.intraOpThreads(), settings.profilePrefix());
            switch (provider) {
                case TENSORRT -> options.addTensorrt(0);
                case CUDA -> options.addCUDA(0);
                case CPU -> options.addCPU(true);
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }

    private static void configure(OrtSession.SessionOptions options, int threads, @Nullable Path profile)
            throws OrtException {
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        // Spinning workers would take a core from the recogniser on a small machine.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        if (profile != null) {
            options.enableProfiling(profile.toString());
        }
    }

    static OrtEnvironment environment() {
        return Environment.ONE;
    }

    /** The runtime's message without its file names, line numbers and further lines. */
    static String oneLine(OrtException e) {
        String message = e.getMessage() == null ? "no reason given" : e.getMessage();
        String first = message.lines().findFirst().orElse("no reason given");
        return first.replaceFirst("^Error code - \\w+ - message: ", "").strip();
    }

    @FunctionalInterface
    private interface Opener {
        OrtSession open(OrtSession.SessionOptions options) throws OrtException;
    }

    private static final class Environment {
        static final OrtEnvironment ONE = quiet();

        private static OrtEnvironment quiet() {
            NativeLibraries.prepare();
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "skylark");
            try {
                environment.setTelemetry(false);
            } catch (OrtException e) {
                LOG.warn("ONNX Runtime would not switch its telemetry off: {}", oneLine(e));
            }
            return environment;
        }
    }
}
