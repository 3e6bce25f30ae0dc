package skylark.audio.hear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import skylark.audio.hear.Recordings.Recording;
import skylark.audio.hear.Rehearsal.Turn;

/** The shipped recordings, through the ears and the endpoint. */
@Tag("slow")
class RecordingsTest {
    /** Words that ask for more, for want of the grammar, which this module does not know. */
    private static final Set<String> UNFINISHED = Set.of(
            "to",
            "by",
            "the",
            "a",
            "and",
            "of",
            "your",
            "another",
            "you",
            "is",
            "at",
            "tell",
            "how",
            "turn",
            "move",
            "climb",
            "right",
            "about",
            "go",
            "me",
            "waypoint",
            "number",
            "could");

    private static List<Turn> turns;

    @BeforeAll
    static void listen() throws IOException {
        try (VoskModel model = InstalledModels.vosk();
                Rehearsal rehearsal = new Rehearsal(
                        InstalledModels.silero(),
                        model.of(PhraseList.ofDomain(model.vocabulary())),
                        model.open(),
                        EndpointRules.DEFAULT,
                        RecordingsTest::judge)) {
            turns = new ArrayList<>();
            List<Recording> recordings = all();
            for (int i = 0; i < recordings.size(); i++) {
                if (i % 5 == 0 || i % 5 == 2) { // every voice at every speed, in less than half the time
                    turns.add(rehearsal.play(recordings.get(i)));
                }
            }
        }
    }

    @AfterAll
    static void forget() {
        turns = List.of();
    }

    private static List<Recording> all() throws IOException {
        return Stream.concat(Recordings.of("manifest.jsonl").stream(), Recordings.of("mission.jsonl").stream())
                .toList();
    }

    private static Completeness judge(String words) {
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return UNFINISHED.contains(last) ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }

    @Test
    void shouldHearDomainSpeechWithFewWordErrors() {
        WordErrors errors = new WordErrors();
        turns.stream()
                .filter(turn -> !turn.said().intent().equals("out_of_scope"))
                .forEach(turn -> errors.add(
                        turn.said().text(),
                        Arbiter.choose(turn.list(), turn.open()).text()));

        assertThat(errors.rate()).as("word errors %s", errors).isLessThanOrEqualTo(0.12);
    }

    @Test
    void shouldCommitSoonAfterTheLastWord() {
        List<Double> delays = turns.stream().map(Turn::epdMs).sorted().toList();

        assertThat(delays.get(delays.size() / 2))
                .as("median endpoint delay, ms")
                .isLessThanOrEqualTo(180);
        assertThat(delays.get(0)).as("earliest last commit, ms").isGreaterThan(-100);
    }

    @Test
    void shouldNotCommitForGoodInsideAnUtterance() {
        long cutIn = turns.stream()
                .filter(turn -> turn.events().stream()
                                .filter(HearingEvent.ActionCommit.class::isInstance)
                                .count()
                        != 1)
                .count();

        assertThat((double) cutIn / turns.size()).as("turns cut in two").isLessThanOrEqualTo(0.05);
    }

    @Test
    void shouldHoldNoSentenceOfThePhraseList() throws IOException {
        Set<String> lines = new HashSet<>();
        for (String list : List.of("phrases.txt", "families.txt", "spoken.txt")) {
            try (var in = PhraseList.class.getResourceAsStream(list)) {
                new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .map(Spelling::toDomain)
                        .forEach(lines::add);
            }
        }
        // The demo's mission is spoken by the book.
        assertThat(Recordings.of("manifest.jsonl").stream()
                        .filter(recording -> !recording.intent().equals("confirm"))
                        .map(Recording::text)
                        .filter(lines::contains))
                .isEmpty();
    }

    @Test
    void shouldHaveEveryRecordingOfTheManifests() throws IOException {
        List<Recording> recordings = all();

        assertThat(recordings).hasSizeGreaterThanOrEqualTo(60);
        long bytes = 0;
        for (Recording recording : recordings) {
            bytes += Files.size(Recordings.FOLDER.resolve(recording.audio()));
            assertThat(recording.eosS()).as(recording.audio()).isBetween(0.5, recording.samples().length / 16_000.0);
        }
        assertThat(bytes).isLessThan(15_000_000);
    }
}
