package skylark.models.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where native libraries lie unpacked. Left alone, ONNX Runtime and JNA write 25 MB each to the temporary folder at every
 * start. Immutable.
 */
public final class NativeCache {
    private final Path folder;

    NativeCache(Path folder) {
        this.folder = folder;
    }

    /** The user's own: {@code ~/.skylark/native}. */
    public static NativeCache ofUser() {
        return new NativeCache(Path.of(System.getProperty("user.home"), ".skylark", "native"));
    }

    /**
     * Unpacks what is not there yet.
     *
     * @param name what the folder's name begins with
     * @param resources where in the jar they are, beginning and ending with a slash
     * @param libraries file names, all needed
     * @return the folder with the libraries, named after what is in the first; null if no jar has them for this machine
     */
    public @Nullable Path unpack(String name, String resources, List<String> libraries) throws IOException {
        URL main = NativeCache.class.getResource(resources + libraries.get(0));
        if (main == null || !(main.openConnection() instanceof JarURLConnection jar)) {
            return null;
        }
        Path unpacked =
                folder.resolve(String.format("%s-%08x", name, jar.getJarEntry().getCrc()));
        for (String library : libraries) {
            if (Files.notExists(unpacked.resolve(library))) {
                copy(resources + library, unpacked, library);
            }
        }
        return unpacked;
    }

    private static void copy(String resource, Path folder, String library) throws IOException {
        try (InputStream in = NativeCache.class.getResourceAsStream(resource)) {
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
}
