// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

/** The rules for what a header may carry (RFC 9110, section 5.5). No message shows the text that is refused. */
public final class HeaderText {

    private HeaderText() {}

    /**
     * Requires printable ASCII without spaces, as a token has it.
     *
     * @param text the text
     * @param what what the text is, for the message
     * @return the same text
     * @throws IllegalArgumentException if it is empty or holds another character
     */
    public static String requireToken(String text, String what) {
        return require(text, what, '!', "printable ASCII without spaces");
    }

    /**
     * Requires printable ASCII, spaces inside allowed.
     *
     * @param text the text
     * @param what what the text is, for the message
     * @return the same text
     * @throws IllegalArgumentException if it is empty, begins or ends with a space, or holds another character
     */
    public static String requireValue(String text, String what) {
        require(text, what, ' ', "printable ASCII");
        if (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ') {
            throw new IllegalArgumentException(what + " begins or ends with a space");
        }
        return text;
    }

    private static String require(String text, String what, char lowest, String allowed) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < lowest || c > '~') {
                throw new IllegalArgumentException("%s holds the character U+%04X at position %d; only %s is allowed"
                        .formatted(what, (int) c, i, allowed));
            }
        }
        return text;
    }
}
