// SPDX-License-Identifier: Apache-2.0
package io.paybearer.origin;

/** The characters that leave no mark where a text is shown: white space, and what Unicode calls default ignorable. */
public final class Invisible {

    /** Fillers and joiners that are letters or marks by their category: of Hangul, of Khmer, and the blank Braille pattern. */
    private static final String FILLERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private Invisible() {}

    /**
     * Whether nobody sees a character.
     *
     * @param codePoint the character
     * @return true for all kinds of blanks, line breaks, format characters such as U+200B and U+FEFF, and variation selectors
     */
    public static boolean is(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || FILLERS.indexOf(codePoint) >= 0
                || variationSelector(codePoint);
    }

    private static boolean variationSelector(int codePoint) {
        return (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0x180B && codePoint <= 0x180F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }

    /**
     * Whether a text begins or ends with such a character.
     *
     * @param text the text
     * @return false for an empty text
     */
    public static boolean around(String text) {
        return !text.isEmpty() && (is(text.codePointAt(0)) || is(text.codePointBefore(text.length())));
    }
}
