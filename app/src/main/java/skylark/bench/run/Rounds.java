package skylark.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Two programs by turns, A B B A and so on, so that what the machine does meanwhile falls to both. Belongs to one thread.
 *
 * @param base a run each round, as {@code candidate}
 */
public record Rounds(List<Played> base, List<Played> candidate) {
    private static final long LIMIT_S = 1800;

    public Rounds {
        base = List.copyOf(base);
        candidate = List.copyOf(candidate);
    }

    /**
     * Plays them.
     *
     * @param progress is told of each run as it begins
     * @throws StepFailed if one of them cannot be begun or ends badly
     */
    public static Rounds play(
            Children children,
            Replays replays,
            Program base,
            Program candidate,
            Playlist list,
            int rounds,
            Consumer<String> progress) {
        for (Program program : List.of(base, candidate)) {
            progress.accept(program.name() + ": is tried, and built if it has to be");
            // Whatever is made once, such as an optimised model, is made here.
            children.run(
                    "the " + program.name(),
                    program.words(List.of("ask", "how", "much", "battery", "is", "left")),
                    null,
                    LIMIT_S);
        }
        List<Played> ofBase = new ArrayList<>();
        List<Played> ofCandidate = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            boolean baseFirst = round % 2 == 0;
            for (boolean playsBase : new boolean[] {baseFirst, !baseFirst}) {
                Program program = playsBase ? base : candidate;
                String what = "the " + program.name() + ", round " + (round + 1) + " of " + rounds;
                progress.accept(what);
                (playsBase ? ofBase : ofCandidate).add(replays.play(what, program, list, list.size(), List.of()));
            }
        }
        return new Rounds(ofBase, ofCandidate);
    }
}
