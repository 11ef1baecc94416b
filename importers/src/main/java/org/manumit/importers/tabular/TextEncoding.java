package org.manumit.importers.tabular;

import java.nio.charset.Charset;

/**
 * The characters a text file is written in.
 *
 * @param charset the character set
 * @param markLength bytes of byte order mark to leave out at the start
 * @param reason why this one, in words
 */
public record TextEncoding(Charset charset, int markLength, String reason) {}
