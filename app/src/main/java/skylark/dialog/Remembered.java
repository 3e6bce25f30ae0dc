package skylark.dialog;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a conversation remembers, for whoever takes it up: times in it are counted from the moment at which it was asked
 * for. Immutable.
 */
@JsonAutoDetect(
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE,
        fieldVisibility = JsonAutoDetect.Visibility.NONE)
public final class Remembered {
    private final Memory memory;
    /** By the clock of whoever remembered, for comparing two of the same process. */
    private final Memory original;

    Remembered(Memory original, long nowNs) {
        this.original = original;
        this.memory = original.shifted(-nowNs);
    }

    @JsonCreator
    private Remembered(@JsonProperty("memory") Memory memory) {
        this.original = memory == null ? Memory.EMPTY : memory;
        this.memory = original;
    }

    @JsonProperty("memory")
    Memory memory() {
        return memory;
    }

    /** The same, so much later. */
    public Remembered older(long ns) {
        return new Remembered(memory.shifted(-ns));
    }

    /** Whether nothing new was remembered since; of the same process only. */
    public boolean isSame(Remembered other) {
        return original.equals(other.original);
    }
}
