package skylark.replay;

/**
 * Something the drone said of itself during the run.
 *
 * @param code of the announcement, such as PKG_RELEASED
 * @param text the words spoken
 * @param afterTurn the number of the turn before it; 0 before the first
 */
public record Announcement(String code, String text, int afterTurn) {}
