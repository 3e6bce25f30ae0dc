package skylark.telemetry.mavlink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One message, on its way in or out. The payload is as long as the type's, filled with zeros where the sender cut it.
 * Belongs to one thread at a time.
 */
final class Message {
    static final int AUTOPILOT = 1;
    static final int ONBOARD_COMPUTER = 191;

    private final MessageType type;
    private final ByteBuffer payload;
    private int system;
    private int component;

    private Message(MessageType type, byte[] payload, int system, int component) {
        this.type = type;
        this.payload = ByteBuffer.wrap(payload).order(ByteOrder.LITTLE_ENDIAN);
        this.system = system;
        this.component = component;
    }

    /** One that came in. */
    static Message received(MessageType type, byte[] payload, int system, int component) {
        return new Message(type, payload, system, component);
    }

    /** An empty one to be sent. */
    static Message of(String name) {
        MessageType type = Messages.named(name);
        return new Message(type, new byte[type.length()], 0, ONBOARD_COMPUTER);
    }

    Message from(int senderSystem, int senderComponent) {
        system = senderSystem;
        component = senderComponent;
        return this;
    }

    /** Addresses it, where it has an address. */
    Message to(int targetSystem, int targetComponent) {
        return with("target_system", targetSystem).with("target_component", targetComponent);
    }

    Message with(String field, long value) {
        type.field(field).put(payload, 0, value);
        return this;
    }

    Message with(String field, double value) {
        type.field(field).put(payload, 0, value);
        return this;
    }

    Message with(String field, int index, double value) {
        type.field(field).put(payload, index, value);
        return this;
    }

    /** Fills a field of characters; what does not fit is cut. */
    Message with(String field, String text) {
        Field chars = type.field(field);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < chars.count(); i++) {
            chars.put(payload, i, i < bytes.length ? bytes[i] : 0L);
        }
        return this;
    }

    String name() {
        return type.name();
    }

    boolean is(String name) {
        return type.name().equals(name);
    }

    MessageType type() {
        return type;
    }

    /** The sender's system. */
    int system() {
        return system;
    }

    int component() {
        return component;
    }

    byte[] payload() {
        return payload.array();
    }

    int whole(String field) {
        return (int) type.field(field).whole(payload, 0);
    }

    long wide(String field) {
        return type.field(field).whole(payload, 0);
    }

    double number(String field) {
        return type.field(field).number(payload, 0);
    }

    double number(String field, int index) {
        return type.field(field).number(payload, index);
    }

    /** A field of characters up to its end or its first zero. */
    String text(String field) {
        Field chars = type.field(field);
        int length = 0;
        while (length < chars.count() && chars.whole(payload, length) != 0) {
            length++;
        }
        return new String(payload.array(), chars.offset(), length, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return name() + " of " + system + "/" + component;
    }
}
