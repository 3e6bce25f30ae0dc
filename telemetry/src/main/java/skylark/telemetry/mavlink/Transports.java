package skylark.telemetry.mavlink;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import skylark.domain.BadInputException;

/** Opens what {@code vehicle.url} names. */
final class Transports {
    private static final int MOST_BAUD = 4_000_000;

    private Transports() {}

    static Transport open(String url) {
        int colon = url.indexOf(':');
        String rest = url.substring(colon + 1);
        return switch (url.substring(0, Math.max(0, colon))) {
            case "udpin" -> UdpTransport.in(address(url, rest));
            case "udpout" -> UdpTransport.out(address(url, rest));
            case "tcp" -> new TcpTransport(host(rest), port(rest));
            case "serial" -> new SerialTransport(host(rest), baud(url, rest));
            case "tlog" -> new TlogTransport(Path.of(rest));
            default -> throw new BadInputException("vehicle.url: expected a link to a vehicle, got '" + url + "'");
        };
    }

    private static InetSocketAddress address(String url, String rest) {
        InetSocketAddress address = new InetSocketAddress(host(rest), port(rest));
        if (address.isUnresolved()) {
            throw new BadInputException("vehicle.url: " + url + ": expected a host that can be found");
        }
        return address;
    }

    private static int baud(String url, String rest) {
        String digits = rest.substring(rest.lastIndexOf(':') + 1);
        int baud = digits.length() > 7 ? 0 : Integer.parseInt(digits);
        if (baud < 1200 || baud > MOST_BAUD) {
            throw new BadInputException("vehicle.url: " + url + ": expected a baud rate from 1200 to " + MOST_BAUD);
        }
        return baud;
    }

    private static String host(String rest) {
        String host = rest.substring(0, rest.lastIndexOf(':'));
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(String rest) {
        return Integer.parseInt(rest.substring(rest.lastIndexOf(':') + 1));
    }
}
