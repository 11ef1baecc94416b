package org.manumit.importers.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The characters a text file is written in.
 *
 * @param charset the character set
 * @param markLength bytes of byte order mark to leave out at the start
 * @param reason why this one, in words
 */
public record TextEncoding(Charset charset, int markLength, String reason) {

    /** Opens a file written in it, after the byte order mark. The reader is not buffered. */
    public Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(markLength);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new InputStreamReader(in, charset);
    }
}
