package skylark.stage;

/** What a stage works on. Any thread reads. */
public interface Intake {

    /** Whether there is something that it could take. */
    boolean waits();

    /** How much it has taken so far. */
    long taken();
}
