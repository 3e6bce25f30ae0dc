package skylark.dialog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import skylark.domain.Intent;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

/**
 * The last command that was carried out, for undoing and for ignoring its repetition.
 *
 * @param before the state in which it was given
 */
@JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE) // its components and no more
record Done(Intent intent, Slots slots, RiskClass effectiveClass, VehicleState before, long atNs) {
    Done at(long ns) {
        return new Done(intent, slots, effectiveClass, before, ns);
    }

    boolean isReversible() {
        return effectiveClass == RiskClass.R;
    }

    boolean isSame(Intent other, Slots otherSlots) {
        return intent == other && slots.equals(otherSlots);
    }
}
