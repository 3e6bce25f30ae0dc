package skylark.telemetry.mavlink;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import skylark.telemetry.vehicle.VehicleLink;
import skylark.telemetry.vehicle.VehicleLinkContract;

/** The contract of every way to a vehicle, over MAVLink. */
class MavlinkContractTest {

    @Nested
    class ArduPilot extends OverMavlink {
        ArduPilot() {
            super(new Pair(Dialect.ARDUPILOT, false));
        }
    }

    @Nested
    class Px4 extends OverMavlink {
        Px4() {
            super(new Pair(Dialect.PX4, false));
        }
    }

    /** Real datagrams: we wait at a port that the system chose, the vehicle sends there. */
    @Nested
    class OverUdp extends OverMavlink {
        OverUdp() throws IOException {
            super(pair(UdpTransport.in(new InetSocketAddress("127.0.0.1", 0))));
        }

        private static Pair pair(UdpTransport ours) throws IOException {
            return new Pair(Dialect.ARDUPILOT, false, null, null, ours, UdpTransport.out(ours.localAddress()));
        }
    }

    abstract static class OverMavlink extends VehicleLinkContract {
        private final Pair pair;

        OverMavlink(Pair pair) {
            this.pair = pair;
        }

        @Override
        protected VehicleLink link() {
            return pair.link;
        }

        @Override
        protected void pass(double seconds) {
            pair.pass(seconds);
        }

        @Override
        protected long nowNs() {
            return pair.nowNs;
        }

        @AfterEach
        void close() {
            pair.close();
        }
    }
}
