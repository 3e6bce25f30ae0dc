package skylark.models.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A registry in a folder: real archives, and scripts named npm and mvn that copy them to where they are wanted. */
final class FakePackages {
    private final Path folder;
    private final List<ModelPackage> models = new ArrayList<>();

    FakePackages(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        Files.createDirectories(bin());
    }

    /** A store in another folder that has these packages as its manifest. */
    ModelStore store(Path dir) {
        return new ModelStore(dir, new Manifest(models), environment());
    }

    Map<String, String> environment() {
        return Map.of("PATH", bin() + ":/usr/bin:/bin", "HOME", folder.toString());
    }

    Path bin() {
        return folder.resolve("bin");
    }

    /** Adds an npm package whose archive holds what the manifest says. */
    FakePackages npm(String name, Map<String, String> contents) throws IOException {
        return npm(name, contents, contents);
    }

    /** Adds an npm package whose archive may differ from the manifest. */
    FakePackages npm(String name, Map<String, String> promised, Map<String, String> held) throws IOException {
        writeTarGz(folder.resolve(name + "-1.0.0.tgz"), held);
        models.add(model(name, Client.NPM, promised));
        script("npm", copier("${2%@*}-1.0.0.tgz"));
        return this;
    }

    FakePackages maven(String name, Map<String, String> contents) throws IOException {
        writeZip(folder.resolve(name + ".jar"), contents);
        models.add(model(name, Client.MAVEN, contents));
        script("mvn", copier(name + ".jar"));
        return this;
    }

    FakePackages script(String tool, String body) throws IOException {
        Path script = Files.writeString(bin().resolve(tool), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    /** The packages that were asked for, in order. */
    List<String> fetched() throws IOException {
        Path log = folder.resolve("fetched");
        return Files.exists(log) ? Files.readAllLines(log) : List.of();
    }

    void replaceArchive(String name, Map<String, String> held) throws IOException {
        writeTarGz(folder.resolve(name + "-1.0.0.tgz"), held);
    }

    private String copier(String archive) {
        return "echo \"" + archive + "\" >>" + folder + "/fetched\ncp \"" + folder + "/" + archive + "\" .\n";
    }

    static ModelPackage model(String name, Client client, Map<String, String> contents) throws IOException {
        List<ModelFile> files = new ArrayList<>();
        for (Map.Entry<String, String> file : contents.entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            files.add(new ModelFile("package/" + file.getKey(), file.getKey(), bytes.length, sha256(bytes)));
        }
        return new ModelPackage(name, client, name, "1.0.0", 1000, "MIT", "made up", files);
    }

    private static String sha256(byte[] bytes) throws IOException {
        Path file = Files.write(Files.createTempFile("content", ""), bytes);
        try {
            return Copying.sha256(file, moved -> {});
        } finally {
            Files.delete(file);
        }
    }

    static Path writeTarGz(Path file, Map<String, String> contents) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (Map.Entry<String, String> entry : contents.entrySet()) {
                byte[] bytes = entry.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry header = new TarArchiveEntry("package/" + entry.getKey(), true);
                header.setSize(bytes.length);
                tar.putArchiveEntry(header);
                new ByteArrayInputStream(bytes).transferTo(tar);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    static Path writeZip(Path file, Map<String, String> contents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : contents.entrySet()) {
                zip.putNextEntry(new ZipEntry("package/" + entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
