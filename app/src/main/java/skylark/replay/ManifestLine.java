package skylark.replay;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import skylark.domain.BadInputException;
import skylark.domain.DomainJson;
import skylark.domain.Intent;
import skylark.domain.Slots;
import skylark.domain.VehicleState;

/** A line of a manifest as it is written. Keys that mean nothing here belong to whoever made the manifest. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ManifestLine(
        @Nullable String audio,
        @Nullable String text,
        @Nullable String intent,
        @Nullable Slots slots,
        @JsonProperty("eos_s") @Nullable Double eosS,
        @Nullable String speaker,
        @JsonProperty("snr_db") @Nullable Double snrDb,
        @Nullable VehicleState state) {

    /** @throws BadInputException in one line that starts with {@code where} */
    static Recording read(String json, Path manifest, String where) {
        return DomainJson.read(json, ManifestLine.class, where).recording(manifest, where);
    }

    private Recording recording(Path manifest, String where) {
        if (audio == null || audio.isBlank()) {
            throw new BadInputException(where + ": key 'audio': expected the path of a WAV file");
        }
        if (eosS != null && !(eosS >= 0 && eosS < 86_400)) {
            throw new BadInputException(where + ": key 'eos_s': expected seconds since the first sample, got " + eosS);
        }
        return new Recording(
                sound(manifest, audio, where), audio, text, meaning(where), slots, eosS, speaker, snrDb, state, null);
    }

    private @Nullable Intent meaning(String where) {
        if (intent == null) {
            return null;
        }
        return Intent.byName(intent)
                .orElseThrow(() -> new BadInputException(
                        where + ": key 'intent': expected one of the catalogue's intents, got '" + intent + "'"));
    }

    private static Path sound(Path manifest, String audio, String where) {
        try {
            return manifest.resolveSibling(audio);
        } catch (InvalidPathException e) {
            throw new BadInputException(where + ": key 'audio': expected a path, got '" + audio + "'", e);
        }
    }
}
