package skylark.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinkTest {

    @Property(tries = 50)
    void shouldKeepTheOrderAndCountWhatItCannotTake(@ForAll @IntRange(min = 0, max = 40) int messages) {
        Link<Integer> link = new Link<>("numbers", 16, new Doorbell());
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            if (link.offer(i)) {
                taken.add(i);
            }
        }
        assertThat(link.refused()).isEqualTo(Math.max(0, messages - 16));
        List<Integer> polled = new ArrayList<>();
        for (Integer next = link.poll(); next != null; next = link.poll()) {
            polled.add(next);
        }
        assertThat(polled).isEqualTo(taken);
    }

    @Test
    void shouldHandEveryMessageOfManyThreadsToOneConsumer() throws Exception {
        Doorbell doorbell = new Doorbell();
        Link<Long> link = new Link<>("sum", 64, doorbell);
        SummingStage stage = new SummingStage(link, 4 * 10_000);
        StageRunner runner = new StageRunner(() -> stage, doorbell, NanoClock.SYSTEM);
        runner.start();
        Thread[] producers = new Thread[4];
        for (int p = 0; p < producers.length; p++) {
            producers[p] = new Thread(() -> {
                for (long i = 1; i <= 10_000; i++) {
                    while (!link.offer(i)) {
                        Thread.onSpinWait();
                    }
                }
            });
            producers[p].start();
        }
        for (Thread producer : producers) {
            producer.join();
        }
        assertThat(stage.done.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        runner.close();
        assertThat(stage.sum).isEqualTo(4L * 10_000 * 10_001 / 2);
    }

    private static final class SummingStage implements Stage {
        final java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        private final Link<Long> link;
        private long left;
        volatile long sum;

        SummingStage(Link<Long> link, long expected) {
            this.link = link;
            this.left = expected;
        }

        @Override
        public String roleName() {
            return "summing";
        }

        @Override
        public int doWork(long nowNs) {
            Long next = link.poll();
            if (next == null) {
                return 0;
            }
            sum += next;
            if (--left == 0) {
                done.countDown();
            }
            return 1;
        }

        @Override
        public long idleNs() {
            return Long.MAX_VALUE; // a lost wake-up would hang here for good
        }
    }
}
