package skylark.domain;

/** The call or its input was wrong. The message is one line: what, where, and what was expected. Exit status 2. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
