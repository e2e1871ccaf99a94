package org.outloud.community.sheet;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts quotation marks on the way: an odd number of them means that one is never closed. */
final class QuoteCount extends FilterReader {

    private long quotes;

    QuoteCount(Reader reader) {
        super(reader);
    }

    boolean odd() {
        return quotes % 2 == 1;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        quotes += read == '"' ? 1 : 0;
        return read;
    }

    @Override
    public int read(char[] into, int from, int most) throws IOException {
        int read = in.read(into, from, most);
        for (int i = from; i < from + read; i++) {
            quotes += into[i] == '"' ? 1 : 0;
        }
        return read;
    }
}
