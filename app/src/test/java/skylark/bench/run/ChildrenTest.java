package skylark.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ChildrenTest {
    @TempDir
    Path folder;

    private Children children;

    @BeforeEach
    void open() {
        children = new Children(folder);
    }

    @AfterEach
    void close() {
        children.close();
    }

    @Test
    void shouldGiveWhatAChildPrints() throws Exception {
        Path input = Files.writeString(folder.resolve("in"), "one\n\ntwo\n");
        assertThat(children.run("the cat", List.of("cat"), input, 20)).containsExactly("one", "two");
    }

    @Test
    void shouldNameTheChildThatDiesInOneLine() {
        assertThatThrownBy(() -> run("echo starting; echo 'skylark: x.onnx: broken' >&2; exit 2"))
                .isInstanceOf(StepFailed.class)
                .hasMessage("the replay: ended with status 2: x.onnx: broken");
        assertThatThrownBy(() -> run("kill -9 $$"))
                .isInstanceOf(StepFailed.class)
                .hasMessage("the replay: ended with status 137: it said nothing");
        assertThatThrownBy(
                        () -> children.run("x", List.of(folder.resolve("none").toString()), null, 20))
                .isInstanceOf(StepFailed.class)
                .hasMessageContaining("none: cannot be begun");
    }

    @Test
    void shouldTakeWhatAChildFoundWrongForAnAnswer() {
        assertThat(run("echo found; exit 1")).containsExactly("found");
    }

    @Test
    void shouldStopAChildThatGoesOnForTooLongAndWhatItBegan() throws IOException {
        Path pids = folder.resolve("pids");
        assertThatThrownBy(() -> children.run(
                        "the replay",
                        List.of("sh", "-c", "sleep 600 & echo $! > " + pids + "; echo $$ >> " + pids + "; wait"),
                        null,
                        1))
                .isInstanceOf(StepFailed.class)
                .hasMessage("the replay: did not end within 1 s, and was stopped");
        assertGone(pids);
    }

    @Test
    void shouldLeaveNoChildBehind() {
        Process one = children.begin(List.of("sleep", "600"));
        Process two = children.begin(List.of("sleep", "600"));

        children.close();

        assertThat(one.isAlive()).isFalse();
        assertThat(two.isAlive()).isFalse();
        assertThatThrownBy(() -> children.begin(List.of("sleep", "600")))
                .as("too late")
                .isInstanceOf(StepFailed.class);
    }

    @Test
    void shouldTakeTheLoadAwayAgain() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        try (BusyCores load = BusyCores.load(children, List.of("sleep", "600"), 3)) {
            assertThat(ProcessHandle.current().children().count()).isEqualTo(before.size() + 3);
            load.check();
        }
        assertThat(ProcessHandle.current().children().toList()).containsExactlyElementsOf(before);
    }

    @Test
    void shouldNoticeALoadThatIsNone() throws Exception {
        try (BusyCores load = BusyCores.load(children, List.of("true"), 1)) {
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
            assertThatThrownBy(load::check).isInstanceOf(StepFailed.class).hasMessageContaining("ended by itself");
        }
    }

    @Test
    void shouldKeepBusyOnlyWhileItsInputLasts() {
        Busy.until(new ByteArrayInputStream(new byte[0])); // or the test never ends
    }

    private List<String> run(String script) {
        return children.run("the replay", List.of("sh", "-c", script), null, 20);
    }

    /** Or dead and only waiting for a parent to be told: such a one has no program any more. */
    private static void assertGone(Path pids) throws IOException {
        for (String pid : Files.readAllLines(pids)) {
            assertThat(ProcessHandle.of(Long.parseLong(pid))
                            .flatMap(process -> process.info().command()))
                    .as("process %s", pid)
                    .isEmpty();
        }
    }
}
