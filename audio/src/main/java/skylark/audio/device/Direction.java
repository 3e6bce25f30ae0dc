package skylark.audio.device;

/** Which way sound goes. */
public enum Direction {
    INPUT("microphone"),
    OUTPUT("loudspeaker");

    private final String spoken;

    Direction(String spoken) {
        this.spoken = spoken;
    }

    /** What a person calls it. */
    public String spoken() {
        return spoken;
    }
}
