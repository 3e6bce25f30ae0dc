package skylark.models.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps ONNX Runtime's own libraries unpacked between starts. Left alone it writes 25 MB to the temporary folder each
 * time, which makes up half of the time to open the first model.
 */
final class NativeLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);
    private static final String PATH_PROPERTY = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("libonnxruntime.so", "libonnxruntime4j_jni.so");
    /** In the jar for GPUs only. ONNX Runtime unpacks it for any provider, and leaves a temporary folder behind. */
    private static final String SHARED = "libonnxruntime_providers_shared.so";

    private NativeLibraries() {}

    /** Tells ONNX Runtime where its libraries lie, before its first class is loaded. Where that fails it helps itself. */
    static void prepare() {
        // With a GPU it must find the libraries of its providers too, and unpacks them all in one place.
        if (System.getProperty(PATH_PROPERTY) != null || CudaDriver.loads()) {
            return;
        }
        try {
            Path folder = unpack(Path.of(System.getProperty("user.home"), ".skylark", "native"), resourceFolder());
            if (folder != null) {
                System.setProperty(PATH_PROPERTY, folder.toString());
            }
        } catch (IOException e) {
            LOG.debug("ONNX Runtime unpacks its libraries itself: {}", e.toString());
        }
    }

    /** The folder with the libraries, named after what is in them; null if the jar has none for this machine. */
    static @Nullable Path unpack(Path cache, String resources) throws IOException {
        URL main = NativeLibraries.class.getResource(resources + LIBRARIES.get(0));
        if (main == null || !(main.openConnection() instanceof JarURLConnection jar)) {
            return null;
        }
        Path folder = cache.resolve(
                String.format("onnxruntime-%08x", jar.getJarEntry().getCrc()));
        for (String library : LIBRARIES) {
            if (Files.notExists(folder.resolve(library))) {
                copy(resources + library, folder, library);
            }
        }
        if (Files.notExists(folder.resolve(SHARED)) && NativeLibraries.class.getResource(resources + SHARED) != null) {
            copy(resources + SHARED, folder, SHARED);
        }
        return folder;
    }

    private static void copy(String resource, Path folder, String library) throws IOException {
        try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not in the jar");
            }
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, library, ".half");
            try {
                Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
                Files.move(half, folder.resolve(library), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        }
    }

    static String resourceFolder() {
        String arch = System.getProperty("os.arch").equals("amd64") ? "x64" : System.getProperty("os.arch");
        return "/ai/onnxruntime/native/"
                + System.getProperty("os.name").split(" ", 2)[0].toLowerCase(java.util.Locale.ROOT) + "-" + arch + "/";
    }
}
