package skylark.audio.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import skylark.audio.pcm.WavWriter;
import skylark.domain.BadInputException;

/**
 * A loudspeaker that keeps what it plays, one WAV file for each reply or announcement, and takes samples no faster than a
 * device would. Belongs to one thread.
 */
public final class WavLoudspeaker implements Loudspeaker {
    private static final Logger LOG = LoggerFactory.getLogger(WavLoudspeaker.class);
    private static final int ROOM_SAMPLES = 10 * 16_000;

    private final Optional<Path> folder;
    private final Optional<Pacer> pacer;
    private short[] kept = new short[ROOM_SAMPLES];
    private int count;
    private String name = "";
    private long takenSamples;

    /**
     * @param folder where the files go, made when missing; nothing is kept without one
     * @param pacer paces as a device; without one it takes samples as fast as they come
     * @throws BadInputException when the folder cannot be made
     */
    public WavLoudspeaker(Optional<Path> folder, Optional<Pacer> pacer) {
        this.folder = folder;
        this.pacer = pacer;
        folder.ifPresent(WavLoudspeaker::make);
    }

    @Override
    public void begin(String next) {
        name = next;
        count = 0;
    }

    @Override
    public void write(short[] samples, int offset, int length) {
        if (folder.isPresent()) {
            keep(samples, offset, length);
        }
        pacer.ifPresent(p -> p.handedOver(length));
        takenSamples += length;
    }

    @Override
    public long takenSamples() {
        return takenSamples;
    }

    @Override
    public void flush() {
        pacer.ifPresent(Pacer::flush);
    }

    /** Writes the file. A full disk costs the file, never the speech. */
    @Override
    public void end() {
        if (folder.isEmpty() || count == 0) {
            return;
        }
        try {
            WavWriter.write(folder.get().resolve(name + ".wav"), kept, count);
        } catch (BadInputException e) {
            LOG.error("{}", e.getMessage());
        }
        count = 0;
    }

    @Override
    public void close() {
        end();
    }

    private void keep(short[] samples, int offset, int length) {
        if (count + length > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(count + length, kept.length * 2));
        }
        System.arraycopy(samples, offset, kept, count, length);
        count += length;
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BadInputException(folder + ": cannot make the folder for replies: " + e.getMessage(), e);
        }
    }
}
