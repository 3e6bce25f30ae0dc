package skylark.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void shouldKeepOneViewForEachLength() throws OrtException {
        try (Tensor tensor = Tensor.growing(ElementType.INT64, 4, 1, -1)) {
            var two = tensor.length(2).view();
            assertThat(tensor.length(3).view()).isNotSameAs(two);
            assertThat(tensor.length(2).view()).isSameAs(two);
        }
    }

    @Property(tries = 100)
    void shouldShowJustThePresentLength(@ForAll @IntRange(min = 1, max = 9) int length) throws OrtException {
        try (Tensor tensor = Tensor.growing(ElementType.FLOAT32, 9, 2, -1, 3)) {
            tensor.length(length);
            assertThat(tensor.view().getInfo().getShape()).containsExactly(2, length, 3);
            assertThat(tensor.elements()).isEqualTo(6 * length);
            assertThat(tensor.floats().capacity()).isEqualTo(54);
        }
    }

    @Test
    void shouldRefuseShapesAndLengthsThatMakeNoSense() {
        assertThatThrownBy(() -> Tensor.fixed(ElementType.INT64, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tensor.growing(ElementType.INT64, 3, 1, 2)).hasMessageContaining("one open axis");
        assertThatThrownBy(() -> Tensor.growing(ElementType.INT64, 3, -1, -1)).hasMessageContaining("one open axis");
        try (Tensor tensor = Tensor.growing(ElementType.INT64, 3, 1, -1)) {
            assertThatThrownBy(() -> tensor.length(4)).hasMessageContaining("no room for length 4");
            assertThatThrownBy(tensor::floats).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldRefuseUseAfterClose() {
        Tensor tensor = Tensor.fixed(ElementType.FLOAT32, 2);
        tensor.close();
        tensor.close();
        assertThatThrownBy(tensor::view).hasMessageContaining("used after close");
    }
}
