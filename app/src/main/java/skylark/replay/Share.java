package skylark.replay;

import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How many of how many. */
record Share(int hits, int of) {

    static <T> Share of(Collection<T> all, Predicate<T> hit) {
        return new Share((int) all.stream().filter(hit).count(), all.size());
    }

    /** 0 to 1; null of nothing. */
    @Nullable Double value() {
        return of == 0 ? null : (double) hits / of;
    }
}
