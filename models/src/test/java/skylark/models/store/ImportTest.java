package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skylark.domain.BadInputException;

class ImportTest {
    private static final Map<String, String> VOSK =
            Map.of("am/final.mdl", "ears", "conf/mfcc.conf", "--rate", "graph/HCLG.fst", "graph");
    private static final Map<String, String> GENERATOR = Map.of("model.onnx", "weights", "tokenizer.json", "{}");

    @TempDir
    Path temp;

    private ModelStore store;

    @BeforeEach
    void prepare() {
        store = new ModelStore(temp.resolve("models"), new Manifest(List.of()), Map.of());
    }

    @Test
    void shouldTakeAFolder() throws IOException {
        Path folder = folder(VOSK);

        Path taken = store.importFrom(folder, "my-vosk", ImportCheck.NONE);

        assertThat(taken).isEqualTo(store.require("my-vosk"));
        assertThat(taken.resolve("graph/HCLG.fst")).hasContent("graph");
        assertThat(store.verify()).isEqualTo(new Verification(3, List.of()));
        assertThat(store.list()).singleElement().satisfies(model -> {
            assertThat(model.state()).isEqualTo(ModelStatus.State.IMPORTED);
            assertThat(model.source()).isEqualTo("folder");
            assertThat(model.bytes()).isEqualTo(15);
        });
    }

    @Test
    void shouldTakeArchivesAndTheirOuterFolderAway() throws IOException {
        Path zip = FakePackages.writeZip(temp.resolve("vosk.zip"), VOSK);
        Path tar = FakePackages.writeTarGz(temp.resolve("distilgpt2.tar.gz"), GENERATOR);

        assertThat(store.importFrom(zip, "vosk", ImportCheck.NONE).resolve("am/final.mdl"))
                .hasContent("ears");
        assertThat(store.importFrom(tar, "distilgpt2", ImportCheck.NONE).resolve("model.onnx"))
                .hasContent("weights");
        assertThat(store.verify().ok()).isTrue();
    }

    @Test
    void shouldNoticeWhatChangesInAnImportedModel() throws IOException {
        Path taken = store.importFrom(folder(GENERATOR), "mine", ImportCheck.NONE);
        Files.writeString(taken.resolve("model.onnx"), "WEIGHTS");
        Files.writeString(taken.resolve("extra.bin"), "");
        Files.delete(taken.resolve("tokenizer.json"));

        assertThat(store.verify().problems())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("mine/model.onnx: SHA-256 is "),
                        line -> assertThat(line).isEqualTo("mine/tokenizer.json: missing"),
                        line -> assertThat(line).isEqualTo("mine/extra.bin: not a file of this model"));
        assertThatThrownBy(() -> store.require("mine")).hasMessageContaining("'mine' is incomplete");
    }

    @Test
    void shouldRefuseWhatIsNoModel() throws IOException {
        Path folder = folder(Map.of("am/final.mdl", "ears", "graph/HCLr.fst", "half a graph"));

        assertThatThrownBy(() -> store.importFrom(folder, "mine", ImportCheck.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(folder + ": expected a Vosk model (am/final.mdl");
        assertThat(store.list()).isEmpty();
        assertThat(store.dir()).isDirectoryNotContaining("glob:**/.staging*");
    }

    @Test
    void shouldRefuseNamesThatAreTakenOrNoNames() throws IOException {
        Path folder = folder(VOSK);
        store.importFrom(folder, "mine", ImportCheck.NONE);

        assertThatThrownBy(() -> store.importFrom(folder, "mine", ImportCheck.NONE))
                .hasMessageContaining("model 'mine' exists");
        for (String name : new String[] {"", "..", "../x", "A", "a/b", ".staging-1"}) {
            assertThatThrownBy(() -> store.importFrom(folder, name, ImportCheck.NONE))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("expected a name");
        }
    }

    @Test
    void shouldRefuseAnAbsentSource() {
        assertThatThrownBy(() -> store.importFrom(temp.resolve("absent"), "mine", ImportCheck.NONE))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("absent: no such readable folder or archive");
    }

    @Test
    void shouldPutAnOwnModelInThePlaceOfOneOfTheManifest() throws IOException {
        ModelPackage ears = FakePackages.model("ears", Client.NPM, Map.of("other", "x"));
        ModelStore withManifest = new ModelStore(temp.resolve("models"), new Manifest(List.of(ears)), Map.of());

        withManifest.importFrom(folder(VOSK), "ears", ImportCheck.NONE);

        assertThat(withManifest.complete()).isTrue();
        withManifest.install(InstallProgress.NONE);
        assertThat(withManifest.require("ears").resolve("am/final.mdl")).exists();
    }

    private Path folder(Map<String, String> contents) throws IOException {
        Path folder = temp.resolve("folder");
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }
}
