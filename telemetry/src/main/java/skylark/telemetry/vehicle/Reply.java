package skylark.telemetry.vehicle;

/** The simulated autopilot's answer to a command. */
record Reply(AckResult result, String reason) {
    static final Reply ACCEPTED = new Reply(AckResult.ACCEPTED, "");

    static Reply failed(String reason) {
        return new Reply(AckResult.FAILED, reason);
    }

    static Reply denied(String reason) {
        return new Reply(AckResult.DENIED, reason);
    }

    static Reply unsupported(String reason) {
        return new Reply(AckResult.UNSUPPORTED, reason);
    }
}
