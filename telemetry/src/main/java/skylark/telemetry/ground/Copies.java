package skylark.telemetry.ground;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the last hundred thousand ids, so that a copy is known. Owned by one thread. */
final class Copies {
    private static final int MOST = 100_000;

    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Whether this id was there before; it is now. */
    boolean isCopy(String id) {
        return seen.put(id, true) != null;
    }
}
