package skylark.proof;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.proof.Step.Ending;
import skylark.proof.Step.Words;

/**
 * A talkative operator, a vehicle with a mind of its own and much bad luck, all of it by chance. Mostly the chances are
 * chosen so that critical commands come through, for what is refused early proves little.
 */
public final class Operator {
    private static final Intent[] INTENTS = Intent.values();
    private static final Intent[] CRITICAL =
            Table.PHRASES.keySet().stream().sorted().toArray(Intent[]::new);
    private static final Intent[] REVERSIBLE = {
        Intent.CLIMB,
        Intent.DESCEND,
        Intent.MOVE,
        Intent.TURN,
        Intent.FACE,
        Intent.SET_SPEED,
        Intent.VIDEO,
        Intent.LIGHT,
        Intent.GIMBAL,
        Intent.PHOTO,
        Intent.RESUME,
        Intent.RETURN_HOME,
        Intent.LAND
    };
    /** Around every limit of time. */
    private static final long[] GAPS_MS = {
        50, 400, 1_000, 2_000, 2_999, 3_000, 3_001, 3_999, 4_000, 4_001, 4_999, 5_000, 5_001, 7_999, 8_000, 8_001,
        9_999, 10_000, 10_001, 30_000
    };

    private static final String[] WRONG = {
        "yes", "confirm", "affirmative", "confirm landing", "confirm release", "i do not confirm release",
        "no confirm release", "confirm home", "confirm winch please", "release confirm", "confirm confirm release", ""
    };
    private static final String[] ORDERS = {
        "climb ten meters",
        "correction climb twenty meters",
        "correction fifteen meters",
        "descend five meters",
        "come home",
        "land now",
        "drop the package",
        "take off",
        "take off to ten meters",
        "go to waypoint four",
        "turn right ninety degrees",
        "the other way",
        "another five meters",
        "do that again",
        "lights on",
        "and off again",
        "start recording",
        "take a picture",
        "look down",
        "climb",
        "ten meters",
        "move left three meters",
        "set speed to three meters per second",
        "negative",
        "correction",
        "cancel that",
        "never mind",
        "say again",
        "stop",
        "how much battery is left",
        "kill the motors",
        "be quiet",
        "start the mission",
        "lower the winch four meters",
        "make this the new home point",
        "arm the motors"
    };
    /** Each of them mentions a command; none is one. */
    private static final String[] HARMLESS = {
        "do not land",
        "don't drop the package",
        "no don't release it",
        "please do not take off",
        "what happens if i say land",
        "did you land",
        "did you drop the package",
        "he told me to climb ten meters",
        "if i said drop the package what would you do",
        "the pilot said come home",
        "never take off",
        "i do not confirm release",
        "do not confirm landing",
        "don't arm the motors",
        "do not go to waypoint four"
    };

    private final Random random;
    private final Flight flight;
    private boolean confirms;

    public Operator(long seed) {
        this.random = new Random(seed);
        this.flight = new Flight(random);
    }

    public Step next() {
        boolean answers = confirms && chance(0.85);
        Words words = answers ? phrase() : words();
        boolean smooth = answers && chance(0.8);
        if (!smooth) {
            flight.goOn();
        }
        confirms = isCritical(words.intent()) || !answers && chance(0.05);
        var heardIn = flight.state();
        if (!chance(smooth ? 0.97 : 0.85)) {
            flight.goOn();
        }
        return new Step(
                answers ? any(500, 1_500, 4_001, 7_999, 8_000, 8_001) : GAPS_MS[random.nextInt(GAPS_MS.length)],
                chance(0.9),
                words,
                chance(0.93) ? 18 : any(2, 3) + any(0, 1) * 0.001 - 0.0005,
                ending(),
                chance(0.94) ? -1 : random.nextInt(5),
                heardIn,
                chance(0.93) ? 420 : any(1, 9_999, 10_000, 10_001, 12_000),
                flight.state());
    }

    private Ending ending() {
        return chance(0.88) ? Ending.ACTION : Ending.values()[random.nextInt(Ending.values().length)];
    }

    private Words phrase() {
        if (chance(0.85)) {
            return new Words(Step.THE_PHRASE, Intent.CONFIRM, Slots.NONE, confidence(), false);
        }
        String text = chance(0.5) ? "okay " + Step.THE_PHRASE + " please" : WRONG[random.nextInt(WRONG.length)];
        return new Words(text, Intent.CONFIRM, Slots.NONE, confidence(), false);
    }

    private Words words() {
        double kind = random.nextDouble();
        if (kind < 0.15) {
            return new Words(ORDERS[random.nextInt(ORDERS.length)], null, Slots.NONE, 1, false);
        }
        if (kind < 0.2) {
            return new Words(HARMLESS[random.nextInt(HARMLESS.length)], null, Slots.NONE, 1, true);
        }
        Intent intent;
        if (kind < 0.45) {
            intent = CRITICAL[random.nextInt(CRITICAL.length)];
        } else if (kind < 0.7) {
            intent = REVERSIBLE[random.nextInt(REVERSIBLE.length)];
        } else if (kind < 0.8) {
            intent = List.of(Intent.DENY, Intent.CANCEL, Intent.SAY_AGAIN, Intent.CONFIRM, Intent.STOP)
                    .get(random.nextInt(5));
        } else {
            intent = INTENTS[random.nextInt(INTENTS.length)];
        }
        return new Words("alpha bravo", intent, chance(0.1) ? Slots.NONE : slots(intent), confidence(), false);
    }

    private Slots slots(Intent intent) {
        Double metres = chance(0.75) ? Double.valueOf(any(1, 3, 5, 10)) : edge();
        String reference = chance(0.6) ? null : chance(0.5) ? "by" : "to";
        return switch (intent) {
            case CLIMB, DESCEND -> Slots.NONE.withMetres(metres).withReference(reference);
            case MOVE -> Slots.NONE.withDirection(direction()).withMetres(metres);
            case TURN, FACE ->
                Slots.NONE
                        .withDirection(chance(0.8) ? "left" : direction())
                        .withDegrees(chance(0.7) ? Double.valueOf(any(45, 90, 180)) : odd());
            case SET_SPEED -> Slots.NONE.withMps(chance(0.6) ? Double.valueOf(any(3, 5)) : fast());
            case TAKEOFF, WINCH_LOWER -> chance(0.4) ? Slots.NONE : Slots.NONE.withMetres(metres);
            case GOTO_WAYPOINT -> Slots.NONE.withWaypoint((int) any(1, 4, 8, 9));
            case VIDEO, LIGHT -> Slots.NONE.withState(chance(0.5) ? "on" : "off");
            case GIMBAL -> Slots.NONE.withDirection(chance(0.8) ? "down" : direction());
            default -> Slots.NONE;
        };
    }

    private @Nullable Double edge() {
        double[] values = {
            0.5, 0.999, 2, 1.999, 18, 18.001, 20, 20.001, 50, 50.001, 100, 119, 120, 120.001, 5_000, Double.NaN
        };
        double value = values[random.nextInt(values.length)];
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    private @Nullable Double odd() {
        double[] values = {-1, 0, 0.999, 1, 360, 360.001, 400, Double.NaN};
        double value = values[random.nextInt(values.length)];
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    private Double fast() {
        double[] values = {0.1, 0.499, 0.5, 15, 15.001, 90};
        return values[random.nextInt(values.length)];
    }

    private String direction() {
        return List.of("forward", "back", "left", "right", "up", "down", "north", "south", "east", "west")
                .get(random.nextInt(10));
    }

    private double confidence() {
        double[] doubtful = {0.3, 0.499, 0.5, 0.699, 0.7, Double.NaN};
        return chance(0.9) ? 0.95 : doubtful[random.nextInt(doubtful.length)];
    }

    private static boolean isCritical(@Nullable Intent intent) {
        return intent != null && Table.PHRASES.containsKey(intent);
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private long any(long... values) {
        return values[random.nextInt(values.length)];
    }
}
