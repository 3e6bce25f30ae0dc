package skylark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.metrics.StageEvent;
import skylark.metrics.TripEvent;
import skylark.metrics.TurnEvent;

/** What Java and our own events tell of this process, until it is closed or the process ends. */
final class FlightRecording implements AutoCloseable {
    private final @Nullable Recording recording;

    private FlightRecording(@Nullable Recording recording) {
        this.recording = recording;
    }

    /**
     * @param file null for none
     * @throws BadInputException if it cannot be written
     */
    static FlightRecording begin(@Nullable Path file) {
        if (file == null) {
            return new FlightRecording(null);
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Recording recording = new Recording(Configuration.getConfiguration("default"));
            recording.enable(TurnEvent.class);
            recording.enable(StageEvent.class);
            recording.enable(TripEvent.class);
            recording.setDestination(file);
            recording.setDumpOnExit(true);
            recording.start();
            return new FlightRecording(recording);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be written, expected a file for a flight recording", e);
        } catch (ParseException e) {
            throw new IllegalStateException("Java's own default of a flight recording", e);
        }
    }

    @Override
    public void close() {
        if (recording != null) {
            recording.close(); // which writes it first: it has a destination
        }
    }
}
