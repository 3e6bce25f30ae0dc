package skylark.telemetry.mavlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTest {
    private static final long SEED = 20261123;

    @TempDir
    Path folder;

    private final List<Message> heard = new ArrayList<>();
    private final Random chance = new Random(SEED);

    @Test
    void shouldReadEveryMessageAsItWasWritten() {
        FrameWriter writer = new FrameWriter(null);
        FrameReader reader = new FrameReader(null, heard::add);
        List<Message> sent = new ArrayList<>();
        for (int round = 0; round < 200; round++) {
            for (MessageType type : Messages.all()) {
                Message message = any(type);
                sent.add(message);
                reader.read(ByteBuffer.wrap(writer.write(message)));
            }
        }
        assertThat(heard).hasSameSizeAs(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(heard.get(i).name()).isEqualTo(sent.get(i).name());
            assertThat(heard.get(i).payload()).isEqualTo(sent.get(i).payload());
            assertThat(heard.get(i).system()).isEqualTo(7);
        }
        assertThat(reader.badChecksums()).isZero();
    }

    @Test
    void shouldFindFramesInAStreamCutAnywhere() {
        FrameWriter writer = new FrameWriter(null);
        FrameReader reader = new FrameReader(null, heard::add);
        ByteBuffer all = ByteBuffer.allocate(1 << 16);
        for (int i = 0; i < 200; i++) {
            all.put(writer.write(any(Messages.named("GLOBAL_POSITION_INT"))));
        }
        all.flip();
        while (all.hasRemaining()) {
            int part = Math.min(all.remaining(), 1 + chance.nextInt(7));
            reader.read(all.slice(all.position(), part));
            all.position(all.position() + part);
        }
        assertThat(heard).hasSize(200);
    }

    @Test
    void shouldLoseNoFrameToTheGarbageAroundIt() {
        FrameWriter writer = new FrameWriter(null);
        FrameReader reader = new FrameReader(null, heard::add);
        for (int i = 0; i < 500; i++) {
            byte[] garbage = new byte[chance.nextInt(40)];
            chance.nextBytes(garbage);
            reader.read(ByteBuffer.wrap(garbage));
            reader.end();
            reader.read(ByteBuffer.wrap(writer.write(any(Messages.named("HEARTBEAT")))));
            reader.end();
        }
        assertThat(heard.stream().filter(message -> message.system() == 7)).hasSizeGreaterThanOrEqualTo(500);
    }

    @Test
    void shouldPassNothingThatWasDamaged() {
        FrameWriter writer = new FrameWriter(null);
        for (int i = 0; i < 2_000; i++) {
            byte[] frame = writer.write(any(Messages.named("COMMAND_ACK")));
            frame[1 + chance.nextInt(frame.length - 1)] ^= (byte) (1 << chance.nextInt(8));
            FrameReader reader = new FrameReader(null, heard::add);
            reader.read(ByteBuffer.wrap(frame));
            reader.end();
        }
        assertThat(heard).isEmpty();
    }

    @Test
    void shouldSurviveAnyBytes() {
        FrameReader reader = new FrameReader(null, heard::add);
        FrameReader signed = new FrameReader(signing("a").verifier(), heard::add);
        byte[] bytes = new byte[4_096];
        for (int i = 0; i < 300; i++) {
            chance.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at += 1 + chance.nextInt(60)) {
                bytes[at] = (byte) (chance.nextBoolean() ? 0xFD : 0xFE);
            }
            reader.read(ByteBuffer.wrap(bytes));
            signed.read(ByteBuffer.wrap(bytes));
            signed.end();
        }
        reader.end();
        int before = heard.size();
        reader.read(ByteBuffer.wrap(new FrameWriter(null).write(any(Messages.named("HEARTBEAT")))));
        assertThat(heard).hasSize(before + 1);
    }

    @Test
    void shouldTakeSignedFramesOnceAndOfTheSameKeyOnly() {
        byte[] signed = new FrameWriter(signing("a").signer()).write(any(Messages.named("HEARTBEAT")));
        FrameReader reader = new FrameReader(signing("a").verifier(), heard::add);
        reader.read(ByteBuffer.wrap(signed));
        assertThat(heard).hasSize(1);

        reader.read(ByteBuffer.wrap(signed)); // replayed
        reader.read(ByteBuffer.wrap(new FrameWriter(signing("b").signer()).write(any(Messages.named("HEARTBEAT")))));
        reader.read(ByteBuffer.wrap(new FrameWriter(null).write(any(Messages.named("HEARTBEAT")))));
        assertThat(heard).hasSize(1);
        assertThat(reader.refused()).isEqualTo(3);
    }

    @Test
    void shouldSignWithARisingTimeOverRestartsEvenWhenTheClockGoesBack() {
        AtomicLong clock = new AtomicLong(1_000_000_000L);
        Path key = key("a");
        Signer before = Signing.of(key, clock::get).signer();
        byte[] frame = new byte[40];
        before.sign(frame, 20);
        clock.set(5);
        Signer after = Signing.of(key, clock::get).signer();
        after.sign(frame, 20);
        assertThat(after.lastTime()).isGreaterThan(before.lastTime());
    }

    private Signing signing(String name) {
        return Signing.of(key(name), Signing::systemTime);
    }

    private Path key(String name) {
        try {
            Path file = folder.resolve(name + ".key");
            return Files.exists(file) ? file : Files.writeString(file, (name + "0").repeat(32));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Message any(MessageType type) {
        byte[] payload = new byte[type.length()];
        chance.nextBytes(payload);
        if (chance.nextInt(4) == 0) {
            Arrays.fill(payload, chance.nextInt(payload.length), payload.length, (byte) 0);
        }
        return Message.received(type, payload, 7, 1);
    }
}
