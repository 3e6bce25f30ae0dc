package skylark.telemetry.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An authority, and certificates that it signed for a broker on localhost and for a drone; made by OpenSSL. */
record Certificates(Path ca, Path server, Path serverKey, Path client, Path clientKey) {

    static Certificates make(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        openssl(folder, "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=authority");
        Files.writeString(folder.resolve("san"), "subjectAltName=DNS:localhost,IP:127.0.0.1");
        sign(folder, "server", "localhost");
        sign(folder, "client", "drone");
        return new Certificates(
                folder.resolve("ca.pem"),
                folder.resolve("server.pem"),
                folder.resolve("server.key"),
                folder.resolve("client.pem"),
                folder.resolve("client.key"));
    }

    private static void sign(Path folder, String name, String subject) throws IOException, InterruptedException {
        openssl(
                folder,
                "req -newkey rsa:2048 -nodes -keyout " + name + ".key -out " + name + ".csr -subj /CN=" + subject);
        openssl(
                folder,
                "x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile san -out "
                        + name + ".pem");
    }

    private static void openssl(Path folder, String arguments) throws IOException, InterruptedException {
        List<String> command = List.of(("openssl " + arguments).split(" "));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.log").toFile())
                .start();
        assertThat(process.waitFor()).as(command.toString()).isZero();
    }
}
