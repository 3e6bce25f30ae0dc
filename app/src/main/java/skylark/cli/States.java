package skylark.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.VehicleState;

/** Vehicle states from files. */
final class States {
    private static final long LARGEST_BYTES = 1 << 20;

    private States() {}

    /** The state in {@code file}; the simulator's hover when there is none. */
    static VehicleState read(@Nullable Path file) {
        if (file == null) {
            return VehicleState.hover();
        }
        return DomainJson.read(text(file), VehicleState.class, file.toString());
    }

    private static String text(Path file) {
        String expected = ", expected a JSON file with the state of a vehicle";
        try {
            if (!Files.isRegularFile(file)) {
                throw new BadInputException(file + ": " + (Files.exists(file) ? "not a file" : "not found") + expected);
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw new BadInputException(file + ": larger than 1 MiB" + expected);
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadInputException(file + ": not UTF-8 text" + expected, e);
        } catch (IOException e) {
            throw new BadInputException(file + ": cannot be read" + expected, e);
        }
    }
}
