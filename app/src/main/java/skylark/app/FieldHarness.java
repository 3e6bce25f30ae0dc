package skylark.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import skylark.audio.voice.Loudspeaker;
import skylark.audio.voice.Pacer;
import skylark.audio.voice.WavLoudspeaker;
import skylark.config.Settings;
import skylark.domain.VehicleState;
import skylark.gate.Authority;
import skylark.pipeline.CommandSink;
import skylark.pipeline.Injection;
import skylark.pipeline.RecordingSource;
import skylark.pipeline.Spoken;
import skylark.pipeline.TurnListener;
import skylark.pipeline.TurnReport;
import skylark.replay.TurnPlayer;
import skylark.watchdog.TurnDeadline;

/** The assistant with recordings for a microphone, files for a loudspeaker, and a vehicle whose state is given. */
public final class FieldHarness implements AutoCloseable {
    private final Skylark skylark;
    private final PipelinePlayer player;

    /**
     * How to run it.
     *
     * @param realTime paced as a microphone and a loudspeaker would be, else as fast as it goes
     * @param folder where the replies' WAV files go
     * @param vehicle what holds where a recording gives no state of its own
     * @param reader the samples of a file: mono, 16 kHz
     * @param freshConversations whether each recording begins a conversation of its own
     */
    public record Options(
            boolean realTime,
            Path folder,
            Supplier<VehicleState> vehicle,
            Function<Path, short[]> reader,
            boolean freshConversations) {}

    private FieldHarness(Skylark skylark, PipelinePlayer player) {
        this.skylark = skylark;
        this.player = player;
    }

    /**
     * Loads everything and starts the threads.
     *
     * @param listener hears of every turn and announcement too
     */
    public static FieldHarness start(
            Settings settings, Options options, CommandSink commands, Authority authority, TurnListener listener) {
        return start(settings, options, commands, authority, listener, Injection.NONE);
    }

    /** @param injection what one of the stages is to suffer from, and when */
    public static FieldHarness start(
            Settings settings,
            Options options,
            CommandSink commands,
            Authority authority,
            TurnListener listener,
            Injection injection) {
        RecordingSource source = new RecordingSource(options.realTime(), PipelinePlayer.tailS(settings.endpoint()));
        AtomicReference<@Nullable VehicleState> given = new AtomicReference<>();
        PipelinePlayer player = new PipelinePlayer(
                source,
                options.realTime(),
                settings.speech().speculate(),
                options.reader(),
                given::set,
                options.folder());
        Skylark.Ends ends = new Skylark.Ends(
                source,
                () -> loudspeaker(options),
                () -> scene(given.get(), options.vehicle()),
                (command, turn, nowNs) -> {
                    player.onCommand();
                    commands.send(command, turn, nowNs);
                },
                authority,
                both(player, listener));
        Skylark skylark = Skylark.start(settings, ends, injection);
        player.attach(skylark.pipeline(), skylark.metrics(), options.freshConversations());
        return new FieldHarness(skylark, player);
    }

    public TurnPlayer player() {
        return player;
    }

    public Skylark skylark() {
        return skylark;
    }

    /** The end is near: no turn gets its sound any more. Any thread. */
    public void stopKeeping() {
        player.stopKeeping();
    }

    /** Removes the sound of a turn that was never reported. Any thread, at the end only. */
    public void forgetUnfinished() {
        player.forgetUnfinished();
    }

    @Override
    public void close() {
        skylark.close();
    }

    private static Loudspeaker loudspeaker(Options options) {
        Optional<Pacer> pacer = options.realTime() ? Optional.of(Pacer.realTime()) : Optional.empty();
        return new WavLoudspeaker(Optional.of(options.folder()), pacer);
    }

    private static VehicleState scene(@Nullable VehicleState given, Supplier<VehicleState> vehicle) {
        return given == null ? vehicle.get() : given;
    }

    private static TurnListener both(PipelinePlayer player, TurnListener other) {
        return new TurnListener() {
            @Override
            public void onTurn(TurnReport report) {
                other.onTurn(report);
                player.onTurn(report);
            }

            @Override
            public void onNothingHeard(long turn) {
                other.onNothingHeard(turn);
                player.onNothingHeard(turn);
            }

            @Override
            public void onCutOff(long turn) {
                other.onCutOff(turn);
            }

            @Override
            public void onLost(long turn) {
                other.onLost(turn);
            }

            @Override
            public void onLate(TurnDeadline deadline) {
                other.onLate(deadline);
                player.onLate(deadline);
            }

            @Override
            public void onAnnounced(Spoken spoken) {
                other.onAnnounced(spoken);
            }
        };
    }
}
