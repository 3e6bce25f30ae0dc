package skylark.models.onnx;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out cheaply whether NVIDIA's driver library is there and loads. */
final class CudaDriver {
    static final String LIBRARY = "libcuda.so.1";

    private static final Logger LOG = LoggerFactory.getLogger(CudaDriver.class);
    private static final List<String> USUAL_FOLDERS = List.of(
            "/usr/lib/x86_64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu",
            "/usr/lib/aarch64-linux-gnu/tegra",
            "/usr/lib/aarch64-linux-gnu/nvidia",
            "/usr/lib64",
            "/usr/lib",
            "/usr/local/cuda/compat",
            "/usr/lib/wsl/lib");

    private CudaDriver() {}

    static boolean loads() {
        return loads(folders(System.getenv()));
    }

    static boolean loads(List<Path> folders) {
        for (Path folder : folders) {
            Path library = folder.resolve(LIBRARY).toAbsolutePath();
            if (Files.exists(library) && loads(library)) {
                return true;
            }
        }
        return false;
    }

    static List<Path> folders(Map<String, String> environment) {
        List<Path> folders = new ArrayList<>();
        for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                folders.add(Path.of(folder));
            }
        }
        USUAL_FOLDERS.forEach(folder -> folders.add(Path.of(folder)));
        return folders;
    }

    private static boolean loads(Path library) {
        try {
            System.load(library.toString());
            return true;
        } catch (UnsatisfiedLinkError e) {
            LOG.debug("{} does not load: {}", library, e.getMessage());
            return false;
        }
    }
}
