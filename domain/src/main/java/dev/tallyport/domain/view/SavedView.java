package dev.tallyport.domain.view;

/// A page and what is asked there, under a name. It holds a question and never an answer: whoever
/// opens it is answered what they themselves may see.
///
/// @param name one line of 1 to 100 characters, without blanks around it
/// @param description at most 500 characters; empty for none
public record SavedView(String name, String description, PageAddress address, Sharing sharing) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_DESCRIPTION = 500;

    public SavedView {
        name = name.strip();
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "A view's name is one line of 1 to "
                            + LONGEST_NAME
                            + " characters, not '"
                            + name
                            + "'.");
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "A view's description has at most "
                            + LONGEST_DESCRIPTION
                            + " characters, not "
                            + description.length()
                            + ".");
        }
    }

    /// Whether it can be a view's, without the blanks around it.
    public static boolean isName(String text) {
        var name = text.strip();
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().noneMatch(Character::isISOControl);
    }

    /// Whether a change takes nothing but the sight of it from others.
    public boolean isUnsharedBy(SavedView after) {
        return after.equals(new SavedView(name, description, address, Sharing.PRIVATE));
    }
}
