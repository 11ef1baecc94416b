package org.manumit.importers.draft;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** What comes out of an archive, as long as it is not far more than what went in. Not thread-safe. */
public final class UnpackedStream extends FilterInputStream {

    private final long most;
    private final Supplier<? extends RuntimeException> tooLarge;
    private long read;

    /**
     * Reads what is unpacked.
     *
     * @param in the unpacked bytes
     * @param most how many may come
     * @param tooLarge what is thrown when more do
     */
    public UnpackedStream(InputStream in, long most, Supplier<? extends RuntimeException> tooLarge) {
        super(in);
        this.most = most;
        this.tooLarge = tooLarge;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        count(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = super.read(bytes, offset, length);
        count(Math.max(0, n));
        return n;
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw tooLarge.get();
        }
    }
}
