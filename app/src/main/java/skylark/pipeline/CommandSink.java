package skylark.pipeline;

import skylark.domain.VehicleCommand;

/** Where commands go; must not block. */
@FunctionalInterface
public interface CommandSink {
    /** @param turn the one in which it was asked for */
    void send(VehicleCommand command, long turn, long nowNs);
}
