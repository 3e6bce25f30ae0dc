package skylark.telemetry.mqtt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;

/** Sockets that know the operator's authority, certificate and key, from PEM files. */
final class Tls {
    private static final char[] NO_PASSWORD = {};
    private static final String KEY_HEAD = "-----BEGIN PRIVATE KEY-----";

    private Tls() {}

    /** @throws BadInputException naming the file that cannot be used */
    static SSLSocketFactory sockets(MqttOptions options) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(ownKey(options), trust(options.ca()), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new BadInputException("mqtt: cannot set up TLS: " + e.getMessage(), e);
        }
    }

    private static TrustManager @Nullable [] trust(Optional<Path> ca) throws GeneralSecurityException, IOException {
        if (ca.isEmpty()) {
            return null; // the machine's own authorities
        }
        KeyStore store = empty();
        int number = 0;
        for (Certificate certificate : certificates("mqtt.ca", ca.get())) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] ownKey(MqttOptions options) throws GeneralSecurityException, IOException {
        if (options.cert().isEmpty() || options.key().isEmpty()) {
            return null;
        }
        Certificate[] chain = certificates("mqtt.cert", options.cert().get()).toArray(new Certificate[0]);
        KeyStore store = empty();
        PrivateKey key = privateKey(options.key().get(), chain[0].getPublicKey().getAlgorithm());
        store.setKeyEntry("drone", key, NO_PASSWORD, chain);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static Collection<? extends Certificate> certificates(String key, Path file) {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(read(key, file)));
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException e) {
            throw new BadInputException(noCertificate(key, file), e);
        }
        throw new BadInputException(noCertificate(key, file));
    }

    private static String noCertificate(String key, Path file) {
        return key + ": " + file + ": expected a PEM certificate";
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws GeneralSecurityException {
        String pem = new String(read("mqtt.key", file), StandardCharsets.US_ASCII);
        int start = pem.indexOf(KEY_HEAD);
        int end = pem.indexOf("-----END PRIVATE KEY-----");
        if (start < 0 || end < start) {
            throw new BadInputException("mqtt.key: " + file + ": expected a PEM private key (PKCS 8, not encrypted)");
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.substring(start + KEY_HEAD.length(), end));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static byte[] read(String key, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInputException(key + ": " + file + ": cannot be read", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
