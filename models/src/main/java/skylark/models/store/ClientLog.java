package skylark.models.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Finds the one line that matters in what a package client printed. */
final class ClientLog {
    private static final int LONGEST = 300;

    private ClientLog() {}

    static String reason(Path log, int status) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("\033\\[[0-9;]*m", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        String line = lines.stream()
                .filter(ClientLog::isReason)
                .findFirst()
                .orElse(lines.isEmpty() ? "it ended with status " + status : lines.get(lines.size() - 1));
        String plain = line.replaceFirst("^(npm (error|ERR!)|\\[ERROR])\\s*", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + " ...";
    }

    private static boolean isReason(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        boolean error = lower.startsWith("npm err") || lower.startsWith("[error]");
        return error && !lower.matches("npm err(or|!) (code|errno|syscall|path) .*");
    }
}
