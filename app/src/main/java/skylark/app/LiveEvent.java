package skylark.app;

import skylark.audio.device.DeviceChange;
import skylark.replay.TurnRecord;

/** Something of a live run that its operator is to see. */
public sealed interface LiveEvent {

    record TurnEnded(TurnRecord turn) implements LiveEvent {}

    record Announced(String code, String text) implements LiveEvent {}

    record DeviceChanged(DeviceChange change) implements LiveEvent {}

    /** Ctrl-C, or whoever runs us wants us to end. */
    record Ended(int status) implements LiveEvent {}
}
