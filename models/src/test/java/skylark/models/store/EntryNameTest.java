package skylark.models.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EntryNameTest {
    private static final Path FOLDER = Path.of("/store/model");

    @Property
    void shouldNeverLetANameOutOfItsFolder(@ForAll("names") String name) {
        if (EntryName.staysInside(name)) {
            Path resolved = FOLDER.resolve(name).normalize();
            assertThat(resolved.startsWith(FOLDER)).isTrue();
            assertThat(resolved.equals(FOLDER)).isFalse();
            assertThat(FOLDER.relativize(resolved).toString()).isEqualTo(name);
        }
    }

    @Property
    void shouldLetOrdinaryNamesPass(@ForAll("ordinary") String name) {
        assertThat(EntryName.staysInside(EntryName.plain("./" + name))).isTrue();
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a", "..", ".", "/", "b.c", "\\", "", " ", "C:", "~", "\n")
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> ordinary() {
        Arbitrary<String> part = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("_-")
                .ofMinLength(1)
                .ofMaxLength(9);
        return part.list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("/", parts));
    }
}
