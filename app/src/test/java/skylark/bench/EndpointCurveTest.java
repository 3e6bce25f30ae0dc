package skylark.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skylark.app.EarBench.Commits;
import skylark.audio.hear.EndpointRules;
import skylark.bench.EndpointCurve.Kind;
import skylark.bench.EndpointCurve.Point;
import skylark.bench.page.EndpointPage;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.replay.Recording;

class EndpointCurveTest {
    private static final double FRAME_S = 0.032;
    private static final double PAUSE_S = 0.2;
    private static final double EOS_S = 2;

    /** The operator pauses for 0.2 s after the first second, and is done after the second; half a frame of lag. */
    private static List<Commits> oneWithAPause(List<short[]> recordings, EndpointRules rules) {
        double waitS = rules.completeFrames() * FRAME_S;
        return recordings.stream()
                .map(sound -> new Commits(waitS < PAUSE_S ? 1 + waitS : EOS_S + waitS, EOS_S + waitS))
                .toList();
    }

    @Test
    void shouldCountCutInsAndDelaysForEveryRule() {
        List<Point> points = new ArrayList<>();
        curve(EndpointCurveTest::oneWithAPause).measure(points::add);

        Point asSet = one(points, Kind.TIERS, 1);
        assertThat(asSet.cutIns()).isEqualTo(1);
        assertThat(asSet.complete().p50()).isCloseTo(3 * FRAME_S * 1e3, within(1.0));
        assertThat(asSet.open().n()).isZero();
        Point calm = one(points, Kind.TIERS, 3);
        assertThat(calm.cutIns()).isZero();
        assertThat(calm.complete().p50()).isCloseTo(9 * FRAME_S * 1e3, within(1.0));
        assertThat(points).filteredOn(p -> p.kind() == Kind.SILENCE).hasSizeGreaterThan(3);
    }

    @Test
    void shouldTellOfRecordingsThatWereNeverHeard() {
        List<Point> points =
                curve((sounds, rules) -> List.of(new Commits(null, null))).measure(point -> {});

        assertThat(points).allSatisfy(point -> {
            assertThat(point.unheard()).isEqualTo(1);
            assertThat(point.cutIns()).isZero();
            assertThat(point.complete().p50()).isNull();
        });
    }

    @Test
    void shouldDrawEveryPoint() {
        List<Point> points = curve(EndpointCurveTest::oneWithAPause).measure(point -> {});

        String page = EndpointPage.render(points, 1);

        assertThat(page).startsWith("<!doctype html>").contains("by the words, times 1.00", "always, seconds 0.99");
        assertThat(EndpointPage.line(points.get(0))).contains("100.0 %");
    }

    private static EndpointCurve curve(EndpointCurve.Ear ear) {
        Recording said = new Recording(
                Path.of("a.wav"), "a.wav", "come home", Intent.RETURN_HOME, Slots.NONE, EOS_S, null, null, null, null);
        return new EndpointCurve(ear, EndpointRules.DEFAULT, List.of(said), List.of(new short[16]));
    }

    private static Point one(List<Point> points, Kind kind, double setting) {
        return points.stream()
                .filter(p -> p.kind() == kind && p.setting() == setting)
                .findFirst()
                .orElseThrow();
    }
}
