package skylark.telemetry.journal;

/** A note and when it was made. */
public record Stamped(Note note, When at) {}
