package skylark.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The whole configuration. Immutable; every record checks itself against the table and against its own other values.
 *
 * @see Keys for the meaning and the unit of every value
 */
public record Settings(
        Audio audio,
        Endpoint endpoint,
        Speech speech,
        Models models,
        Nlg nlg,
        Data data,
        Watchdog watchdog,
        Vehicle vehicle,
        SafetySettings safety,
        Mqtt mqtt,
        Log log) {

    /** What holds when nothing is set. */
    public static Settings defaults() {
        return of(new Values());
    }

    static Settings of(Values v) {
        return new Settings(
                Audio.of(v),
                Endpoint.of(v),
                Speech.of(v),
                Models.of(v),
                Nlg.of(v),
                Data.of(v),
                Watchdog.of(v),
                Vehicle.of(v),
                SafetySettings.of(v),
                Mqtt.of(v),
                Log.of(v));
    }

    /** Devices, and whose speech is meant. */
    public record Audio(String input, String output, int bufferMs, String addressing, String callsign) {
        public Audio {
            Keys.AUDIO_INPUT.checked(input);
            Keys.AUDIO_OUTPUT.checked(output);
            Keys.AUDIO_BUFFER_MS.checked(bufferMs);
            Keys.AUDIO_ADDRESSING.checked(addressing);
            Keys.AUDIO_CALLSIGN.checked(callsign);
        }

        static Audio of(Values v) {
            return new Audio(
                    v.get(Keys.AUDIO_INPUT),
                    v.get(Keys.AUDIO_OUTPUT),
                    v.get(Keys.AUDIO_BUFFER_MS),
                    v.get(Keys.AUDIO_ADDRESSING),
                    v.get(Keys.AUDIO_CALLSIGN));
        }
    }

    /** When a turn begins and ends. */
    public record Endpoint(
            double speechProbability,
            int onsetMs,
            int completeMs,
            int openMs,
            int incompleteMs,
            int actionMs,
            int longestS) {
        public Endpoint {
            Keys.ENDPOINT_SPEECH.checked(speechProbability);
            Keys.ENDPOINT_ONSET_MS.checked(onsetMs);
            Keys.ENDPOINT_COMPLETE_MS.checked(completeMs);
            Keys.ENDPOINT_OPEN_MS.checked(openMs);
            Keys.ENDPOINT_INCOMPLETE_MS.checked(incompleteMs);
            Keys.ENDPOINT_ACTION_MS.checked(actionMs);
            Keys.ENDPOINT_LONGEST_S.checked(longestS);
            atLeast(Keys.ENDPOINT_OPEN_MS, openMs, Keys.ENDPOINT_COMPLETE_MS, completeMs);
            atLeast(Keys.ENDPOINT_INCOMPLETE_MS, incompleteMs, Keys.ENDPOINT_OPEN_MS, openMs);
        }

        static Endpoint of(Values v) {
            return new Endpoint(
                    v.get(Keys.ENDPOINT_SPEECH),
                    v.get(Keys.ENDPOINT_ONSET_MS),
                    v.get(Keys.ENDPOINT_COMPLETE_MS),
                    v.get(Keys.ENDPOINT_OPEN_MS),
                    v.get(Keys.ENDPOINT_INCOMPLETE_MS),
                    v.get(Keys.ENDPOINT_ACTION_MS),
                    v.get(Keys.ENDPOINT_LONGEST_S));
        }
    }

    /** How it speaks. */
    public record Speech(String profile, String register, boolean speculate, boolean cache) {
        public Speech {
            Keys.SPEECH_PROFILE.checked(profile);
            Keys.SPEECH_REGISTER.checked(register);
        }

        static Speech of(Values v) {
            return new Speech(
                    v.get(Keys.SPEECH_PROFILE),
                    v.get(Keys.SPEECH_REGISTER),
                    v.get(Keys.SPEECH_SPECULATE),
                    v.get(Keys.SPEECH_CACHE));
        }
    }

    /** Where the models are and what runs them. */
    public record Models(Path dir, List<String> providers, int threads) {
        public Models {
            providers = Keys.MODELS_PROVIDERS.checked(providers);
            Keys.MODELS_THREADS.checked(threads);
        }

        static Models of(Values v) {
            return new Models(
                    Places.at(v.get(Keys.MODELS_DIR)), v.get(Keys.MODELS_PROVIDERS), v.get(Keys.MODELS_THREADS));
        }
    }

    /**
     * The language model.
     *
     * @param model the name of an imported one; empty for the program's own
     * @param large the folder of a larger one beside the program's own
     * @param profile what the files of ONNX Runtime's profile begin with, if it is to write one
     */
    public record Nlg(String model, Optional<Path> large, Optional<Path> profile) {
        public Nlg {
            Keys.NLG_MODEL.checked(model);
        }

        static Nlg of(Values v) {
            return new Nlg(
                    v.get(Keys.NLG_MODEL),
                    Places.optional(v.get(Keys.NLG_LARGE)),
                    Places.optional(v.get(Keys.NLG_PROFILE)));
        }
    }

    /** What is kept on disk. */
    public record Data(Path dir, int outboxMib) {
        public Data {
            Keys.DATA_OUTBOX_MIB.checked(outboxMib);
        }

        static Data of(Values v) {
            return new Data(Places.at(v.get(Keys.DATA_DIR)), v.get(Keys.DATA_OUTBOX_MIB));
        }
    }

    /** What is late and what is stuck. */
    public record Watchdog(int deadlineMs, int stallMs) {
        public Watchdog {
            Keys.WATCHDOG_DEADLINE_MS.checked(deadlineMs);
            Keys.WATCHDOG_STALL_MS.checked(stallMs);
        }

        static Watchdog of(Values v) {
            return new Watchdog(v.get(Keys.WATCHDOG_DEADLINE_MS), v.get(Keys.WATCHDOG_STALL_MS));
        }
    }

    /**
     * The vehicle and what is fitted to it.
     *
     * @param signingKey of MAVLink's frames, where they are signed
     */
    public record Vehicle(String url, Optional<Path> signingKey, int lightRelay) {
        public Vehicle {
            Keys.VEHICLE_URL.checked(url);
            Keys.VEHICLE_LIGHT_RELAY.checked(lightRelay);
        }

        static Vehicle of(Values v) {
            return new Vehicle(
                    v.get(Keys.VEHICLE_URL),
                    Places.optional(v.get(Keys.VEHICLE_SIGNING_KEY)),
                    v.get(Keys.VEHICLE_LIGHT_RELAY));
        }
    }

    /** The link to the ground. Certificate and key come together or not at all. */
    public record Mqtt(
            String url, String fleet, String drone, Optional<Path> ca, Optional<Path> cert, Optional<Path> key) {
        public Mqtt {
            Keys.MQTT_URL.checked(url);
            Keys.MQTT_FLEET.checked(fleet);
            Keys.MQTT_DRONE.checked(drone);
            if (cert.isPresent() != key.isPresent()) {
                throw new SettingRejected(
                        cert.isPresent() ? Keys.MQTT_CERT : Keys.MQTT_KEY,
                        "expected mqtt.cert and mqtt.key together, got one of them");
            }
        }

        static Mqtt of(Values v) {
            return new Mqtt(
                    v.get(Keys.MQTT_URL),
                    v.get(Keys.MQTT_FLEET),
                    v.get(Keys.MQTT_DRONE),
                    Places.optional(v.get(Keys.MQTT_CA)),
                    Places.optional(v.get(Keys.MQTT_CERT)),
                    Places.optional(v.get(Keys.MQTT_KEY)));
        }

        /** Whether there is a broker to talk to. */
        public boolean isSet() {
            return !url.isEmpty();
        }
    }

    /** What is written to standard error. */
    public record Log(String level) {
        public Log {
            Keys.LOG_LEVEL.checked(level);
        }

        static Log of(Values v) {
            return new Log(v.get(Keys.LOG_LEVEL));
        }
    }

    static <N extends Number> void atLeast(Key<N> key, N value, Key<N> floorKey, N floor) {
        if (value.doubleValue() < floor.doubleValue()) {
            throw new SettingRejected(key, "expected at least " + floorKey.path() + " (" + floor + "), got " + value);
        }
    }
}
