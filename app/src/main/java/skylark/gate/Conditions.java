package skylark.gate;

/**
 * What holds beside the vehicle's state when words are judged. Immutable.
 *
 * @param pilotHasControl somebody else changed the flight mode a moment ago
 * @param commandInFlight the vehicle has yet to answer the last command
 * @param hearsWell the operator stands out from the noise well enough for critical words
 */
public record Conditions(boolean pilotHasControl, boolean commandInFlight, boolean hearsWell) {
    /** Nothing stands in the way. */
    public static final Conditions CLEAR = new Conditions(false, false, true);

    public Conditions hearing(boolean well) {
        return new Conditions(pilotHasControl, commandInFlight, well);
    }
}
