package skylark.nlg.understand;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers the quantity at one place, since many patterns ask for it. Belongs to one thread. */
final class QuantityMemo {
    private static final int NOWHERE = -1;

    private int place = NOWHERE;
    private @Nullable Quantity quantity;

    /** To be called when other words come. */
    void forget() {
        place = NOWHERE;
    }

    @Nullable Quantity at(List<String> words, int at) {
        if (at != place) {
            place = at;
            quantity = Quantity.at(words, at);
        }
        return quantity;
    }
}
