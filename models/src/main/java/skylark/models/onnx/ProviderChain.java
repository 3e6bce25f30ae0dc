package skylark.models.onnx;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configured providers in their order, always ending in the processor. A provider that cannot work is left out: those
 * for NVIDIA are tried only with a driver, for the mere attempt unpacks hundreds of megabytes and takes seconds.
 *
 * <p>Safe for use by all threads.
 */
final class ProviderChain {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderChain.class);

    private final List<Provider> order = new ArrayList<>();
    private final Set<Provider> refused = EnumSet.noneOf(Provider.class);
    private final Set<Provider> logged = EnumSet.noneOf(Provider.class);
    private final boolean driverMissing;

    ProviderChain(List<Provider> wanted, BooleanSupplier cudaDriver) {
        boolean asksForDriver = wanted.stream().anyMatch(Provider::needsCudaDriver);
        boolean driver = asksForDriver && cudaDriver.getAsBoolean();
        this.driverMissing = asksForDriver && !driver;
        for (Provider provider : wanted) {
            if (provider != Provider.CPU && driver) {
                order.add(provider);
            } else if (provider == Provider.CPU) {
                break;
            }
        }
        order.add(Provider.CPU);
    }

    synchronized Provider first() {
        return order.stream().filter(p -> !refused.contains(p)).findFirst().orElse(Provider.CPU);
    }

    synchronized Provider after(Provider tried) {
        return order.stream()
                .skip(order.indexOf(tried) + 1L)
                .filter(p -> !refused.contains(p))
                .findFirst()
                .orElse(Provider.CPU);
    }

    /** Notes that a provider could not open a model; it is not tried again. */
    synchronized void refused(Provider provider, String reason) {
        if (refused.add(provider)) {
            LOG.warn("ONNX Runtime cannot compute on {}: {}", provider.word(), reason);
        }
    }

    /** Whether this choice is new, so that it is logged once. */
    synchronized boolean chose(Provider provider) {
        return logged.add(provider);
    }

    String notes() {
        return driverMissing ? " (no NVIDIA driver: " + CudaDriver.LIBRARY + " does not load)" : "";
    }
}
