package skylark.nlg.reply;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import skylark.domain.VehicleState;

/** A value that stands in a reply as {@code {name}} and is put into words at the moment of speaking, unit included. */
public enum Placeholder {
    BATTERY_PCT(ofState(VehicleState::batteryPct, Measures::percent)),
    FLIGHT_TIME(ofState(VehicleState::batteryS, Measures::duration)),
    HEIGHT(ofState(VehicleState::altM, Measures::distance)),
    SPEED(ofState(VehicleState::speedMps, Measures::speed)),
    CLIMB_RATE(ofState(VehicleState::climbMps, (s, rate) -> Measures.speed(s, Math.abs(rate)))),
    HEADING(ofState(VehicleState::headingDeg, Speller::bearing)),
    HOME_DISTANCE(ofState(VehicleState::homeM, Measures::distance)),
    HOME_BEARING(ofState(VehicleState::homeDeg, Speller::bearing)),
    ETA(ofState(VehicleState::etaS, Measures::duration)),
    WIND(ofState(VehicleState::windMps, Measures::speed)),
    WIND_FROM(ofState(VehicleState::windFromDeg, Speller::bearing)),
    SATELLITES(ofState(VehicleState::satellites, (s, n) -> Measures.count(s, n, "satellite", "satellites"))),
    LINK(ofState(VehicleState::linkPct, Measures::percent)),
    WAYPOINT(ofState(VehicleState::waypoint, (s, n) -> s.whole(n))),
    WAYPOINTS(ofState(VehicleState::waypoints, (s, n) -> s.whole(n))),
    WINCH(ofState(VehicleState::winchM, Measures::distance)),
    AGE(ofState(state -> state.isStale() ? state.ageS() : null, Measures::duration)),
    FACING(ofState(VehicleState::headingDeg, (s, degrees) -> Measures.compass(degrees))),
    MODE(ofState(state -> emptyAsNull(state.mode()), (s, mode) -> Measures.mode(mode))),
    HEALTH(ofState(
            state -> state.health() == null || state.health().isEmpty() ? null : state.health(),
            (s, failed) -> Measures.sensors(failed))),
    METRES(of(request -> request.slots().metres(), Measures::distance)),
    DEGREES(of(request -> request.slots().degrees(), (s, angle) -> s.measure(angle, "degree", "degrees"))),
    COURSE(of(request -> request.slots().degrees(), Speller::bearing)),
    MPS(of(request -> request.slots().mps(), Measures::speed)),
    TARGET(of(request -> request.slots().waypoint(), (s, n) -> s.whole(n))),
    DIRECTION(of(request -> request.slots().direction(), (s, word) -> word)),
    SWITCH(of(request -> request.slots().state(), (s, word) -> word)),
    LIMIT(ofArgs()),
    PHRASE(ofArgs()),
    MISSED(ofArgs()),
    CALLSIGN(ofArgs()),
    DETAIL(ofArgs());

    private static final Map<String, Placeholder> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Placeholder::wireName, Function.identity()));

    private final Spoken spoken;

    Placeholder(Spoken spoken) {
        this.spoken = spoken;
    }

    /** The name between the braces. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As it stands in generated text. */
    public String token() {
        return "{" + wireName() + "}";
    }

    /**
     * The placeholder of that name.
     *
     * @throws IllegalArgumentException if there is none: the model's table and this program do not fit
     */
    public static Placeholder byName(String name) {
        Placeholder found = BY_NAME.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no such placeholder: {" + name + "}");
        }
        return found;
    }

    public boolean isKnown(ReplyRequest request) {
        return spoken.value(this, request) != null;
    }

    /** The value in words, or null if it is unknown. */
    public @Nullable String words(ReplyRequest request, Speller speller) {
        Object value = spoken.value(this, request);
        return value == null ? null : spoken.words(speller, value);
    }

    /** Where a value comes from and how it is put into words. */
    private interface Spoken {
        @Nullable Object value(Placeholder self, ReplyRequest request);

        String words(Speller speller, Object value);
    }

    private interface Words<T> {
        String of(Speller speller, T value);
    }

    private interface Source<T> {
        @Nullable T of(Placeholder self, ReplyRequest request);
    }

    private interface Field<F, T> {
        @Nullable T of(F owner);
    }

    private static <T> Spoken ofState(Field<VehicleState, T> field, Words<T> words) {
        return spoken((self, request) -> field.of(request.state()), words);
    }

    private static <T> Spoken of(Field<ReplyRequest, T> field, Words<T> words) {
        return spoken((self, request) -> field.of(request), words);
    }

    private static Spoken ofArgs() {
        return spoken((self, request) -> emptyAsNull(request.args().get(self.wireName())), Speller::inText);
    }

    private static <T> Spoken spoken(Source<T> source, Words<T> words) {
        return new Spoken() {
            @Override
            public @Nullable Object value(Placeholder self, ReplyRequest request) {
                return source.of(self, request);
            }

            @Override
            @SuppressWarnings("unchecked")
            public String words(Speller speller, Object value) {
                return words.of(speller, (T) value);
            }
        };
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
