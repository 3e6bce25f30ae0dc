package skylark.models.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.models.natives.NativeCache;

/** Tells ONNX Runtime where its own libraries lie unpacked. */
final class NativeLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String PATH_PROPERTY = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");
    /** In the jar for GPUs only. ONNX Runtime unpacks it for any provider, and leaves a temporary folder behind. */
    private static final String SHARED = "libonnxruntime_providers_shared.so";

    private NativeLibraries() {}

    /** Before ONNX Runtime's first class is loaded. Where it fails the runtime helps itself. */
    static void prepare() {
        // With a GPU it must find the libraries of its providers too, and unpacks them all in one place.
        if (System.getProperty(PATH_PROPERTY) != null || CudaDriver.loads()) {
            return;
        }
        try {
            Path folder = unpack(NativeCache.ofUser());
            if (folder != null) {
                System.setProperty(PATH_PROPERTY, folder.toString());
            }
        } catch (IOException e) {
            LOG.debug("ONNX Runtime unpacks its libraries itself: {}", e.toString());
        }
    }

    private static @Nullable Path unpack(NativeCache cache) throws IOException {
        String resources = resourceFolder();
        List<String> libraries = new ArrayList<>(LIBRARIES);
        if (NativeLibraries.class.getResource(resources + SHARED) != null) {
            libraries.add(SHARED);
        }
        return cache.unpack("onnxruntime", resources, libraries);
    }

    private static String resourceFolder() {
        String arch = System.getProperty("os.arch").equals("amd64") ? "x64" : System.getProperty("os.arch");
        String system = System.getProperty("os.name").split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return "/ai/onnxruntime/native/" + system + "-" + arch + "/";
    }
}
