package skylark.audio.hear;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("slow")
class PhraseRecogniserTest extends RecogniserContract {
    private static VoskModel model;

    @BeforeAll
    static void load() {
        model = InstalledModels.vosk();
    }

    @AfterAll
    static void free() {
        if (model != null) {
            model.close();
            model.close();
        }
    }

    @Override
    Recogniser recogniser() {
        return model.of(PhraseList.ofDomain(model.vocabulary()));
    }
}
