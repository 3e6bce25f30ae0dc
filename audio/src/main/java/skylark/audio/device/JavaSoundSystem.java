package skylark.audio.device;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import javax.sound.sampled.TargetDataLine;
import org.jspecify.annotations.Nullable;

/**
 * ALSA, through {@code javax.sound}. Java names a device {@code PCH [plughw:1,3]}, in which 1 is the card's number and
 * changes when cards are plugged in; ours is {@code PCH,3}, or {@code PCH} for a card's first device.
 */
public final class JavaSoundSystem implements SoundSystem {
    private static final Pattern NAME = Pattern.compile("(.*) \\[(?:plughw:\\d+(?:,(\\d+))?|default)]");
    private static final String DEFAULT = "default";

    @Override
    public String prefix() {
        return "alsa:";
    }

    @Override
    public List<SoundDevice> devices() {
        List<SoundDevice> found = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            for (Mixer.Info info : AudioSystem.getMixerInfo()) {
                String name = stable(info.getName());
                if (name != null && AudioSystem.getMixer(info).isLineSupported(anyLine(direction))) {
                    found.add(new SoundDevice(
                            direction,
                            prefix() + name,
                            info.getDescription(),
                            "any rate, converted",
                            name.equals(DEFAULT)));
                }
            }
        }
        return found;
    }

    private static DataLine.Info anyLine(Direction direction) {
        return new DataLine.Info(direction == Direction.INPUT ? TargetDataLine.class : SourceDataLine.class, null);
    }

    /** The name without the card's number; null for what is no device of sound, such as a mixer's knobs. */
    static @Nullable String stable(String javaName) {
        Matcher matcher = NAME.matcher(javaName);
        if (!matcher.matches()) {
            return null;
        }
        String device = matcher.group(2);
        return device == null || device.equals("0") ? matcher.group(1) : matcher.group(1) + "," + device;
    }

    @Override
    public CaptureLine openCapture(String name, int bufferMs) throws DeviceFailure {
        Mixer mixer = mixer(Direction.INPUT, name);
        String why = "";
        for (JavaFormat format : JavaFormat.candidates()) {
            try {
                TargetDataLine line = (TargetDataLine) mixer.getLine(anyLine(Direction.INPUT));
                line.open(format.javaFormat(), Math.max(2 * format.pieceBytes(), format.bytes(bufferMs)));
                line.start();
                return new JavaCapture(line, format, () -> isThere(Direction.INPUT, name));
            } catch (LineUnavailableException | IllegalArgumentException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        throw new DeviceFailure(DeviceState.BUSY, name + ": " + why);
    }

    @Override
    public PlaybackLine openPlayback(String name, int bufferMs) throws DeviceFailure {
        Mixer mixer = mixer(Direction.OUTPUT, name);
        String why = "";
        for (JavaFormat format : JavaFormat.candidates()) {
            try {
                SourceDataLine line = (SourceDataLine) mixer.getLine(anyLine(Direction.OUTPUT));
                line.open(format.javaFormat(), Math.max(2 * format.pieceBytes(), format.bytes(bufferMs)));
                line.start();
                return new JavaPlayback(line, format);
            } catch (LineUnavailableException | IllegalArgumentException e) {
                why = String.valueOf(e.getMessage());
            }
        }
        throw new DeviceFailure(DeviceState.BUSY, name + ": " + why);
    }

    private boolean isThere(Direction direction, String name) {
        try {
            return mixer(direction, name).isLineSupported(anyLine(direction));
        } catch (DeviceFailure e) {
            return false;
        }
    }

    /** Looked for anew each time: the number behind the name may be another one by now. */
    private static Mixer mixer(Direction direction, String name) throws DeviceFailure {
        String wanted = name.isEmpty() ? DEFAULT : name;
        Mixer first = null;
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            String stable = stable(info.getName());
            Mixer mixer = stable == null ? null : AudioSystem.getMixer(info);
            if (mixer != null && mixer.isLineSupported(anyLine(direction))) {
                if (wanted.equals(stable)) {
                    return mixer;
                }
                first = first == null ? mixer : first;
            }
        }
        if (first != null && name.isEmpty()) {
            return first;
        }
        throw new DeviceFailure(DeviceState.MISSING, wanted + ": no such " + direction.spoken());
    }
}
