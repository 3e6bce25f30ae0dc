package skylark.nlg.understand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import skylark.domain.Intent;
import skylark.domain.Understanding;

/** Two understanders share one automaton, and neither notices the other. */
class BesideTest {
    private static final int ROUNDS = 40;
    private static final List<String> SAID = List.of(
            "climb ten meters",
            "how much battery is left",
            "turn left ninety degrees",
            "go to waypoint four",
            "descend");

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final CyclicBarrier together = new CyclicBarrier(2);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void shouldUnderstandTheSameOnTwoThreadsAtOnce() throws Exception {
        DomainUnderstander owner = DomainUnderstander.ofGrammar();
        List<Understanding> alone = answers(owner);
        assertThat(alone).extracting(Understanding::intent).doesNotContain(Intent.OUT_OF_SCOPE);

        Future<List<Understanding>> owners = threads.submit(manyAnswers(owner));
        Future<List<Understanding>> others = threads.submit(manyAnswers(owner.beside()));

        List<Understanding> expected = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            expected.addAll(alone);
        }
        assertThat(owners.get()).isEqualTo(expected);
        assertThat(others.get()).isEqualTo(expected);
    }

    private Callable<List<Understanding>> manyAnswers(DomainUnderstander understander) {
        return () -> {
            together.await();
            List<Understanding> answers = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                answers.addAll(answers(understander));
            }
            return answers;
        };
    }

    private static List<Understanding> answers(DomainUnderstander understander) {
        return SAID.stream().map(understander::understand).toList();
    }
}
