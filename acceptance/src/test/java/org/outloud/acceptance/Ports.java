package org.outloud.acceptance;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports of this machine that nobody listens on. */
final class Ports {

    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
