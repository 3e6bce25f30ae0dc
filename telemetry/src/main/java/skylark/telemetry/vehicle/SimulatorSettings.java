package skylark.telemetry.vehicle;

/**
 * What a simulated vehicle is.
 *
 * @param seed of wind and satellites
 * @param where the take-off point
 * @param mission what is loaded; may be empty
 * @param batteryPct at the start
 * @param enduranceS of a full battery in a hover without load
 * @param cruiseMps level speed until told otherwise
 * @param windMps mean wind
 * @param windFromDeg where it comes from
 */
public record SimulatorSettings(
        long seed,
        Globe where,
        Mission mission,
        double batteryPct,
        double enduranceS,
        double cruiseMps,
        double windMps,
        double windFromDeg) {
    private static final Globe ZURICH = new Globe(47.397742, 8.545594);

    public static SimulatorSettings of(long seed, Mission mission) {
        return new SimulatorSettings(seed, ZURICH, mission, 79, 1200, 8, 4, 240);
    }

    public SimulatorSettings withBattery(double pct, double fullEnduranceS) {
        return new SimulatorSettings(seed, where, mission, pct, fullEnduranceS, cruiseMps, windMps, windFromDeg);
    }

    public SimulatorSettings withWind(double mps, double fromDeg) {
        return new SimulatorSettings(seed, where, mission, batteryPct, enduranceS, cruiseMps, mps, fromDeg);
    }
}
