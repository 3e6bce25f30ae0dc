package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class ModelStoreTest {
    @TempDir
    Path temp;

    @Test
    void shouldKnowTheBuiltInModelsAndTheirLicences() {
        ModelStore store = ModelStore.at(temp);

        assertThat(store.list())
                .extracting(ModelStatus::name, ModelStatus::license, ModelStatus::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "vosk-small-en-us", "Apache-2.0", ModelStatus.State.MISSING),
                        org.assertj.core.groups.Tuple.tuple("silero-vad", "MIT", ModelStatus.State.MISSING),
                        org.assertj.core.groups.Tuple.tuple("minilm-l6-v2-q", "Apache-2.0", ModelStatus.State.MISSING));
        assertThat(store.complete()).isFalse();
    }

    @Test
    void shouldSayHowToGetAModelThatIsNotThere() {
        assertThatThrownBy(() -> ModelStore.at(temp.resolve("absent")).require("vosk-small-en-us"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("model 'vosk-small-en-us' is not installed: run ./skylark models install");
        assertThatThrownBy(() -> ModelStore.at(temp).require("vosk"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("model 'vosk': no such model, expected one of [vosk-small-en-us, ");
    }

    @Test
    void shouldReportEveryModelThatIsMissing() {
        Verification verification = ModelStore.at(temp.resolve("absent")).verify();

        assertThat(verification.ok()).isFalse();
        assertThat(verification.problems())
                .hasSize(3)
                .first()
                .isEqualTo("vosk-small-en-us: not installed, run ./skylark models install");
    }

    @Test
    void shouldCallAModelOfWrongSizesIncomplete() throws IOException {
        Files.writeString(Files.createDirectories(temp.resolve("silero-vad")).resolve("silero_vad_v5.onnx"), "cut");

        assertThat(ModelStore.at(temp).list())
                .filteredOn(model -> model.name().equals("silero-vad"))
                .extracting(ModelStatus::state)
                .containsExactly(ModelStatus.State.INCOMPLETE);
    }

    @Test
    void shouldRefuseADamagedEntryOfAnOwnModel() throws IOException {
        Files.writeString(Files.createDirectories(temp.resolve("mine")).resolve(OwnEntry.FILE), "{\"name\":");

        assertThatThrownBy(() -> ModelStore.at(temp).list())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("mine/.skylark.json")
                .hasMessageNotContaining("\n");
    }

    @Test
    void shouldLookWhereTheEnvironmentSays() {
        assertThat(ModelStore.standardDir(Map.of(), "/home/pilot")).hasToString("/home/pilot/.skylark/models");
        assertThat(ModelStore.standardDir(Map.of("SKYLARK_MODELS_DIR", "/opt/models"), "/home/pilot"))
                .hasToString("/opt/models");
        assertThat(ModelStore.standardDir(Map.of("SKYLARK_MODELS_DIR", " "), "/home/pilot"))
                .hasToString("/home/pilot/.skylark/models");
    }

    @Test
    void shouldRefuseAManifestThatLeadsOutOfTheStore() {
        String hash = "0".repeat(64);
        assertThatThrownBy(() -> new ModelFile("a", "../a", 1, hash)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ModelFile("a", "a", 1, "abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
