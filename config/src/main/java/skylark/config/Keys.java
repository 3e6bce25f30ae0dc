package skylark.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one table of every key. Validation, the example file, {@code check} and the names of the environment variables
 * all come from here.
 */
public final class Keys {
    /** Of every environment variable that sets a key. */
    public static final String ENVIRONMENT_PREFIX = "SKYLARK_";

    private static final List<Key<?>> TABLE = new ArrayList<>();

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern PORT =
            Pattern.compile("[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5]");
    private static final Pattern BROKER =
            Pattern.compile("|(tcp|ssl|mqtt|mqtts)://([\\w.-]+|\\[[0-9a-fA-F:]+])(:(" + PORT + "))?");
    private static final Pattern VEHICLE =
            Pattern.compile("sim:(?:ardupilot|px4)?|(udpin|udpout|tcp):([\\w.-]+|\\[[0-9a-fA-F:]+]):(" + PORT
                    + ")|serial:[^:]+:\\d+|tlog:.+");

    public static final Key<String> AUDIO_INPUT =
            text("audio.input", "", ".*", "the name of a capture device", "Microphone; \"\" is the system's default.");
    public static final Key<String> AUDIO_OUTPUT = text(
            "audio.output", "", ".*", "the name of a playback device", "Loudspeaker; \"\" is the system's default.");
    public static final Key<Integer> AUDIO_BUFFER_MS = whole(
            "audio.buffer_ms", 40, 10, 200, "ms", "Sound that a device may hold; less is faster and clicks sooner.");
    public static final Key<String> AUDIO_ADDRESSING = choice(
            "audio.addressing",
            "open",
            List.of("open", "ptt", "callsign"),
            "Whose speech is meant: all of it, that"
                    + " while a button is held, or that which begins with the callsign.");
    public static final Key<String> AUDIO_CALLSIGN = text(
            "audio.callsign",
            "skylark",
            "[a-z]+( [a-z]+){0,2}",
            "one to three lower-case words",
            "The name that the drone answers to.");

    public static final Key<Double> ENDPOINT_SPEECH = decimal(
            "endpoint.speech_probability", 0.5, 0.05, 0.95, "", "From here on a frame of 32 ms counts as speech.");
    public static final Key<Integer> ENDPOINT_ONSET_MS =
            whole("endpoint.onset_ms", 64, 32, 500, "ms", "So much speech in a row opens a turn.");
    public static final Key<Integer> ENDPOINT_COMPLETE_MS =
            whole("endpoint.complete_ms", 100, 32, 2000, "ms", "Silence that ends a turn whose words are complete.");
    public static final Key<Integer> ENDPOINT_OPEN_MS = whole(
            "endpoint.open_ms",
            500,
            32,
            4000,
            "ms",
            "Silence that ends a turn whose words do not tell; of words that mean something a third as much.");
    public static final Key<Integer> ENDPOINT_INCOMPLETE_MS = whole(
            "endpoint.incomplete_ms",
            1200,
            32,
            8000,
            "ms",
            "Silence that ends a turn whose words want more to follow.");
    public static final Key<Integer> ENDPOINT_ACTION_MS = whole(
            "endpoint.action_ms",
            420,
            0,
            2000,
            "ms",
            "Further silence after which the vehicle may act; until then speech takes the turn back.");
    public static final Key<Integer> ENDPOINT_LONGEST_S =
            whole("endpoint.longest_s", 20, 2, 60, "s", "A turn is cut here, whatever is said.");

    public static final Key<String> SPEECH_PROFILE = choice(
            "speech.profile",
            "plain",
            List.of("plain", "radio"),
            "How numbers are said; radio has niner, tree and fife.");
    public static final Key<String> SPEECH_REGISTER = choice(
            "speech.register",
            "plain",
            List.of("brief", "plain", "full", "radio"),
            "How full the answers are; \"talk less\" and \"tell me everything\" change it for the conversation.");
    public static final Key<Boolean> SPEECH_SPECULATE =
            flag("speech.speculate", true, "Prepare the reply while the operator is still being heard.");
    public static final Key<Boolean> SPEECH_CACHE =
            flag("speech.cache", true, "Keep the sound of usual phrases ready.");

    public static final Key<String> MODELS_DIR =
            place("models.dir", "~/.skylark/models", false, "Where the models are installed.");
    public static final Key<List<String>> MODELS_PROVIDERS = choices(
            "models.providers",
            List.of("cpu"),
            List.of("tensorrt", "cuda", "cpu"),
            "Execution providers in the order in which they are tried.");
    public static final Key<Integer> MODELS_THREADS =
            whole("models.threads", 1, 1, 16, "threads", "Within one operator of the language model.");

    public static final Key<String> NLG_MODEL = text(
            "nlg.model",
            "",
            "|[a-z0-9][a-z0-9._-]{0,63}",
            "the name of an imported language model, or \"\"",
            "What writes the replies; \"\" is the model that comes with the program.");
    public static final Key<String> NLG_LARGE = place(
            "nlg.large",
            "",
            true,
            "A larger model of the same tokens, for announcements that can wait; \"\" has one model write all.");
    public static final Key<String> NLG_PROFILE = place(
            "nlg.profile", "", true, "Where ONNX Runtime writes a profile of the language model, as PATH_*.json.");

    public static final Key<String> DATA_DIR =
            place("data.dir", "~/.skylark/data", false, "Where the outbox, the journal and the sessions are kept.");
    public static final Key<Integer> DATA_OUTBOX_MIB =
            whole("data.outbox_mib", 64, 1, 4096, "MiB", "Disk for messages that the ground has not got yet.");

    public static final Key<Integer> WATCHDOG_DEADLINE_MS = whole(
            "watchdog.deadline_ms",
            120,
            20,
            5000,
            "ms",
            "From commit to sound; a fallback is heard when the reply is late.");
    public static final Key<Integer> WATCHDOG_STALL_MS =
            whole("watchdog.stall_ms", 800, 100, 60000, "ms", "A stage that does not answer so long is restarted.");

    public static final Key<String> VEHICLE_URL = matching(
            "vehicle.url",
            "sim:",
            VEHICLE,
            "sim:, sim:ardupilot, sim:px4, udpin:HOST:PORT, udpout:HOST:PORT, tcp:HOST:PORT, serial:DEVICE:BAUD or tlog:FILE",
            "The vehicle; sim: is the simulator within, sim:ardupilot and sim:px4 the same at the other end of MAVLink.");
    public static final Key<String> VEHICLE_SIGNING_KEY = place(
            "vehicle.signing_key",
            "",
            true,
            "32 bytes, or 64 hexadecimal digits, that MAVLink frames are signed with, ours and the vehicle's; \"\" for none.");
    public static final Key<Integer> VEHICLE_LIGHT_RELAY =
            whole("vehicle.light_relay", -1, -1, 15, "", "The relay of the lights; -1 when there are none.");

    public static final Key<Double> SAFETY_HEIGHT_MIN_M =
            decimal("safety.height_min_m", 2, 2, 50, "m", "Lowest target height above home.");
    public static final Key<Double> SAFETY_HEIGHT_MAX_M =
            decimal("safety.height_max_m", 120, 5, 500, "m", "Highest target height above home.");
    public static final Key<Double> SAFETY_STEP_MAX_M = decimal(
            "safety.step_max_m", 50, 1, 500, "m", "Longest climb, descent or move by one command; shortest is 1.");
    public static final Key<Double> SAFETY_SPEED_MAX_MPS =
            decimal("safety.speed_max_mps", 15, 0.5, 30, "m/s", "Fastest speed that may be set; slowest is 0.5.");
    public static final Key<Double> SAFETY_TAKEOFF_MAX_M =
            decimal("safety.takeoff_max_m", 50, 2, 120, "m", "Highest take-off; lowest is 2.");
    public static final Key<Double> SAFETY_TAKEOFF_DEFAULT_M =
            decimal("safety.takeoff_default_m", 10, 2, 120, "m", "Height of a take-off that names none.");
    public static final Key<Double> SAFETY_WINCH_MAX_M =
            decimal("safety.winch_max_m", 20, 1, 100, "m", "Longest line by one command; shortest is 1.");
    public static final Key<Double> SAFETY_WINCH_DEFAULT_M =
            decimal("safety.winch_default_m", 5, 1, 100, "m", "Line of a lowering that names none.");
    public static final Key<Double> SAFETY_RELEASE_HEIGHT_M =
            decimal("safety.release_height_m", 10, 0, 120, "m", "Highest release of a package in the air.");
    public static final Key<Double> SAFETY_STEADY_MPS =
            decimal("safety.steady_mps", 1, 0, 5, "m/s", "Fastest flight at which package and winch are worked.");
    public static final Key<Double> SAFETY_BATTERY_PCT =
            decimal("safety.battery_pct", 30, 0, 100, "%", "Least battery for a take-off or a mission.");
    public static final Key<Double> SAFETY_NEAR_HOME_M =
            decimal("safety.near_home_m", 10, 0, 100, "m", "Within this of home a landing needs no confirmation.");
    public static final Key<Double> SAFETY_COMMAND_CONFIDENCE =
            decimal("safety.command_confidence", 0.5, 0, 1, "", "Below it a reversible command is asked for again.");
    public static final Key<Double> SAFETY_CRITICAL_CONFIDENCE = decimal(
            "safety.critical_confidence",
            0.7,
            0,
            1,
            "",
            "Below it a critical command or its confirmation does not count.");
    public static final Key<Double> SAFETY_CRITICAL_SNR_DB = decimal(
            "safety.critical_snr_db",
            3,
            -20,
            40,
            "dB",
            "Critical commands are off while speech stands out from the noise by less.");
    public static final Key<Integer> SAFETY_CHALLENGE_S = whole(
            "safety.challenge_s",
            8,
            2,
            30,
            "s",
            "A challenge waits this long for its phrase, a question for its answer.");
    public static final Key<Integer> SAFETY_UNDO_S =
            whole("safety.undo_s", 4, 0, 30, "s", "So long \"negative\" undoes a reversible command.");
    public static final Key<Integer> SAFETY_REPEAT_S =
            whole("safety.repeat_s", 5, 0, 30, "s", "So long a command's repetition is ignored.");

    public static final Key<String> MQTT_URL = matching(
            "mqtt.url",
            "",
            BROKER,
            "\"\" or tcp://HOST:PORT or ssl://HOST:PORT (mqtt:// and mqtts:// too)",
            "The broker; \"\" is none, except that demo starts one of its own.");
    public static final Key<String> MQTT_FLEET =
            matching("mqtt.fleet", "demo", ID, "1 to 32 of a-z, 0-9 and -", "The fleet in every topic.");
    public static final Key<String> MQTT_DRONE =
            matching("mqtt.drone", "skylark-1", ID, "1 to 32 of a-z, 0-9 and -", "This drone in every topic.");
    public static final Key<String> MQTT_CA =
            place("mqtt.ca", "", true, "PEM file of the authority that signed the broker's certificate.");
    public static final Key<String> MQTT_CERT = place("mqtt.cert", "", true, "PEM file of this drone's certificate.");
    public static final Key<String> MQTT_KEY = place("mqtt.key", "", true, "PEM file of this drone's private key.");

    public static final Key<String> LOG_LEVEL = choice(
            "log.level",
            "warn",
            List.of("error", "warn", "info", "debug", "trace"),
            "Least serious line on standard error.");

    /** Every key, in the order of the example file. */
    public static final List<Key<?>> ALL = Collections.unmodifiableList(TABLE);

    private Keys() {}

    public static Optional<Key<?>> byPath(String path) {
        return ALL.stream().filter(key -> key.path().equals(path)).findFirst();
    }

    /** Paths of all keys. */
    public static List<String> paths() {
        return ALL.stream().<String>map(Key::path).toList();
    }

    /** Names of the sections, in order. */
    public static List<String> sections() {
        return ALL.stream().<String>map(Key::section).distinct().toList();
    }

    private static Key<String> text(String path, String preset, String regex, String expected, String meaning) {
        return matching(path, preset, Pattern.compile(regex), expected, meaning);
    }

    private static Key<String> matching(String path, String preset, Pattern pattern, String expected, String meaning) {
        return add(new Key<>(path, new ValueType.Text(pattern, expected), preset, "", meaning));
    }

    private static Key<String> choice(String path, String preset, List<String> words, String meaning) {
        return add(new Key<>(path, new ValueType.Choice(words), preset, "", meaning));
    }

    private static Key<List<String>> choices(String path, List<String> preset, List<String> words, String meaning) {
        return add(new Key<>(path, new ValueType.Choices(words), preset, "", meaning));
    }

    private static Key<Boolean> flag(String path, boolean preset, String meaning) {
        return add(new Key<>(path, new ValueType.Flag(), preset, "", meaning));
    }

    private static Key<Integer> whole(String path, int preset, int min, int max, String unit, String meaning) {
        return add(new Key<>(path, new ValueType.Whole(min, max), preset, unit, meaning));
    }

    private static Key<Double> decimal(
            String path, double preset, double min, double max, String unit, String meaning) {
        return add(new Key<>(path, new ValueType.Decimal(min, max), preset, unit, meaning));
    }

    private static Key<String> place(String path, String preset, boolean optional, String meaning) {
        return add(new Key<>(path, new ValueType.Place(optional), preset, "", meaning));
    }

    private static <T> Key<T> add(Key<T> key) {
        TABLE.add(key);
        return key;
    }
}
