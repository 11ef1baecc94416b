package org.manumit.styles;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What the window says, from the resource bundle {@code words}. A key that the bundle lacks is a bug and fails loudly.
 * Immutable; safe for use from several threads.
 */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The words of a language; English where there are none. */
    public static Words in(Locale locale) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.manumit.styles.words",
                locale,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Words(bundle, locale);
    }

    /**
     * The text of a key with its blanks filled in, as {@link MessageFormat} does.
     *
     * @throws MissingResourceException when there is no such text
     */
    public String text(String key, Object... blanks) {
        String pattern = bundle.getString(key);
        return blanks.length == 0 ? pattern : new MessageFormat(pattern, locale).format(blanks);
    }

    /** What a constant is called: the text under {@code NetworkClass.HYBRID}. */
    public String of(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }

    /** A letter or two for a constant, where there is no room for its name: the text under {@code Role.RECRUITER.short}. */
    public String abbreviationOf(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name() + ".short");
    }

    /** A one-line explanation of a constant: the text under {@code NetworkClass.HYBRID.about}. */
    public String explanationOf(Enum<?> constant) {
        return text(constant.getDeclaringClass().getSimpleName() + "." + constant.name() + ".about");
    }

    /** Whether there is a text of this key. */
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** The language the texts and numbers are in. */
    public Locale locale() {
        return locale;
    }
}
