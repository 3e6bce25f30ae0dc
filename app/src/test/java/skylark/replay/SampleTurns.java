package skylark.replay;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.domain.VehicleCommand;
import skylark.metrics.Metrics;

/** Turns as a pipeline could have made them: the same seed, the same turns. */
public final class SampleTurns {
    private static final List<Utterance> SAID = List.of(
            new Utterance("how much battery is left", Intent.QUERY_BATTERY, Slots.NONE, "Battery sixty two percent."),
            new Utterance("climb ten metres", Intent.CLIMB, Slots.ofMetres(10), "Climbing ten meters."),
            new Utterance(
                    "move left three metres",
                    Intent.MOVE,
                    Slots.ofMetres(3).withDirection("left"),
                    "Moving left three meters."),
            new Utterance("come home", Intent.RETURN_HOME, Slots.NONE, "Returning home, one hundred twenty meters."),
            new Utterance(
                    "release the package",
                    Intent.RELEASE_PACKAGE,
                    Slots.NONE,
                    "Release package at eight meters. Say confirm release."),
            new Utterance("what is the capital of france", Intent.OUT_OF_SCOPE, Slots.NONE, "Say again."),
            new Utterance(
                    "go to way point four",
                    Intent.GOTO_WAYPOINT,
                    Slots.NONE.withWaypoint(4),
                    "Waypoint four. Say confirm waypoint."),
            new Utterance("stop", Intent.STOP, Slots.NONE, "Holding."),
            new Utterance("good morning", Intent.GREET, Slots.NONE, "Good morning, <ready> & waiting."));

    private final Random random;

    public SampleTurns(long seed) {
        random = new Random(seed);
    }

    public static RunFacts facts() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("cpu", "Sample CPU at 2.4 GHz");
        machine.put("cores", "2");
        machine.put("java", "17.0.15");
        return new RunFacts(
                "Replay",
                "real",
                null,
                null,
                Instant.parse("2026-11-23T02:30:00Z"),
                312.4,
                3_420.0,
                471.2,
                512.9,
                48.6,
                machine,
                false,
                measured());
    }

    private static Metrics.Snapshot measured() {
        Metrics metrics = new Metrics();
        for (int ms = 1; ms <= 100; ms++) {
            metrics.latency("clock.c2a.warm").recordNs(ms * 1_000_000L);
        }
        metrics.counter("turns").add(100);
        return metrics.snapshot();
    }

    public List<TurnRecord> turns(int n) {
        List<TurnRecord> turns = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            turns.add(i == n - 2 ? broken() : turn(i));
        }
        return turns;
    }

    private TurnRecord broken() {
        return TurnRecord.unplayable(Recording.unlabelled(Path.of("broken.wav"))
                .unplayable("manifest.jsonl:12: broken.wav: truncated: expected 32000 bytes of samples, got 812"));
    }

    private TurnRecord turn(int i) {
        Utterance said = SAID.get(i % SAID.size());
        double eosS = 1.2 + random.nextDouble();
        Recording recording = new Recording(
                Path.of("flite-" + i + ".wav"),
                "flite-" + i + ".wav",
                said.words,
                said.intent,
                said.slots,
                eosS,
                "awb",
                null,
                null,
                null);
        boolean fallback = random.nextInt(14) == 5;
        boolean hit = random.nextInt(10) < 7;
        double epdS = said.intent == Intent.OUT_OF_SCOPE || said.intent == Intent.GREET ? 0.45 : 0.11;
        double commitS = eosS + epdS * (0.7 + random.nextDouble() * 0.8);
        double readyS = fallback ? 0.16 : hit ? 0.006 + random.nextDouble() * 0.02 : 0.03 + random.nextDouble() * 0.07;
        double audioS = commitS + (fallback ? 0.105 : readyS);
        String heard = random.nextInt(8) == 0 ? said.words.replace("the", "a") + " now" : said.words;
        TurnRecord.Builder turn = TurnRecord.of(recording)
                .heard(heard)
                .result(said.result(heard, fallback ? ReplySource.FALLBACK : ReplySource.GENERATED))
                .commitS(i % 31 == 30 ? eosS - 0.2 : commitS)
                .firstAudioS(audioS)
                .replyAudioS(fallback ? commitS + readyS : null)
                .speculation(hit ? Speculation.HIT : Speculation.MISS)
                .fallback(fallback)
                .cold(i == 0)
                .replyWav(Path.of("replies", i + ".wav"));
        spans(turn, eosS, commitS, commitS + readyS, hit);
        return turn.build();
    }

    private static void spans(TurnRecord.Builder turn, double eosS, double commitS, double readyS, boolean hit) {
        double readyMs = hit ? eosS - 0.05 : commitS;
        double workS = hit ? 0.05 + (readyS - commitS) * 2 : readyS - commitS;
        turn.span("hear", eosS * 0.3, eosS + 0.02)
                .span("endpoint", eosS, commitS)
                .span("understand", readyMs, readyMs + workS * 0.05)
                .span("tokenize", readyMs + workS * 0.05, readyMs + workS * 0.1)
                .span("generate", readyMs + workS * 0.1, readyMs + workS * 0.5)
                .span("synthesise", readyMs + workS * 0.4, readyMs + workS)
                .span("play", readyS, readyS + 0.5 + eosS / 4);
    }

    private record Utterance(String words, Intent intent, Slots slots, String reply) {
        TurnResult result(String heard, ReplySource source) {
            Decision decision =
                    switch (intent.riskClass()) {
                        case C -> Decision.CHALLENGE;
                        case R, S -> Decision.EXECUTE;
                        default -> intent == Intent.OUT_OF_SCOPE ? Decision.REJECT : Decision.ANSWER;
                    };
            VehicleCommand command = decision == Decision.EXECUTE ? VehicleCommand.of("DO_REPOSITION") : null;
            return new TurnResult(
                    heard,
                    intent,
                    slots,
                    intent.riskClass(),
                    0.97,
                    decision,
                    reply,
                    source,
                    command,
                    Map.of("understand", 2.1));
        }
    }
}
