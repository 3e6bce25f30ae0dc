package skylark.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import skylark.domain.Decision;
import skylark.domain.Intent;
import skylark.domain.ReplySource;
import skylark.domain.RiskClass;
import skylark.domain.Slots;
import skylark.domain.TurnResult;
import skylark.domain.VehicleCommand;
import skylark.domain.VehicleState;

class EnvelopesTest {
    private static final When AT = new When(1_790_000_000_000L, 5_000_000_000L);
    private static final Identity WHO = new Identity("demo", "skylark-1", "boot", "session");

    private final Envelopes envelopes = new Envelopes(WHO, 2_000_000_000L);

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }

    private static TurnResult turn(String text, String reply) {
        return new TurnResult(
                text,
                Intent.CLIMB,
                Slots.ofMetres(10),
                RiskClass.R,
                0.97,
                Decision.EXECUTE,
                reply,
                ReplySource.GENERATED,
                new VehicleCommand("DO_REPOSITION", Map.of("alt_m", 30.0)),
                Map.of("understand", 3.1, "first_audio", 31.0));
    }

    @Test
    void shouldSayWhoWhenWhichAndWhat() throws Exception {
        Note.Event event = new Note.Event(
                "payload",
                5,
                2,
                "PKG_RELEASED",
                "Package released, heading home.",
                Map.of(),
                true,
                7L,
                VehicleState.hover(),
                Map.of("fate", "spoken"));

        JsonNode json = json(envelopes.event("ID", 42, AT, event));

        assertThat(json.path("v").asInt()).isEqualTo(1);
        assertThat(json.path("id").asText()).isEqualTo("ID");
        assertThat(json.path("type").asText()).isEqualTo("event");
        assertThat(json.path("session").asText()).isEqualTo("session");
        assertThat(json.path("seq").asLong()).isEqualTo(42);
        assertThat(json.path("ts").asText()).isEqualTo("2026-09-21T14:13:20Z");
        assertThat(json.path("ts_src").asText()).isEqualTo("rtc");
        assertThat(json.path("mono_ms").asLong()).isEqualTo(3000);
        assertThat(json.path("code").asText()).isEqualTo("PKG_RELEASED");
        assertThat(json.path("spoken").asBoolean()).isTrue();
        assertThat(json.path("cause").path("turn").asLong()).isEqualTo(7);
        assertThat(json.path("veh").path("battery_pct").asDouble()).isEqualTo(62);
    }

    @Test
    void shouldCarryTheWholeTurn() throws Exception {
        JsonNode json = json(envelopes.dialog("ID", 1, AT, new Note.Dialog(3, turn("climb ten", "Climbing."), null)));

        assertThat(json.path("text").asText()).isEqualTo("Climbing.");
        assertThat(json.path("data").path("intent").asText()).isEqualTo("climb");
        assertThat(json.path("data").path("command").path("name").asText()).isEqualTo("DO_REPOSITION");
        assertThat(json.path("data").path("ms").path("first_audio").asDouble()).isEqualTo(31.0);
    }

    @Test
    void shouldAdmitThatTheClockWasNotSet() throws Exception {
        JsonNode json = json(envelopes.other("state", 0, new When(12_000, 0), Map.of()));

        assertThat(json.path("ts_src").asText()).isEqualTo("boot");
    }

    @Property(tries = 200)
    void shouldNeverBeLargerThanAKibibyte(
            @ForAll @StringLength(max = 3000) String heard, @ForAll @StringLength(max = 3000) String reply)
            throws Exception {
        String envelope = envelopes.dialog("ID", 1, AT, new Note.Dialog(3, turn(heard, reply), VehicleState.hover()));
        byte[] sent = Sending.bytes(envelope, 0, 10_000);

        assertThat(sent.length).isLessThanOrEqualTo(1024);
        JsonNode json = json(new String(sent, StandardCharsets.UTF_8));
        assertThat(json.path("id").asText()).isEqualTo("ID");
        assertThat(json.path("hist").asBoolean()).isTrue();
    }
}
