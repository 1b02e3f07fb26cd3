package dev.tallyport.connector.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A vendor on loopback that answers bytes as they are given, one connection per request.
final class StubVendor implements AutoCloseable {

    /// How a request is answered; the connection is closed afterwards.
    @FunctionalInterface
    interface Reply {
        void to(Request request, Socket connection) throws IOException, InterruptedException;
    }

    record Request(String method, String path, List<String> headers, String body) {}

    private final ServerSocket socket;
    private final List<Reply> replies;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private int answered;

    /// @param replies the last one is given to every further request
    StubVendor(Reply... replies) {
        this.replies = List.of(replies);
        try {
            socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.startVirtualThread(this::accept);
    }

    static Reply json(String body) {
        return reply("200 OK", "", body);
    }

    /// @param headers each ended by CRLF
    static Reply reply(String status, String headers, String body) {
        return raw(
                "HTTP/1.1 %s\r\n%sConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(status, headers, body.getBytes(UTF_8).length, body));
    }

    static Reply raw(String bytes) {
        return (_, connection) -> connection.getOutputStream().write(bytes.getBytes(UTF_8));
    }

    static Reply reset() {
        return (_, connection) -> connection.setSoLinger(true, 0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (true) {
            try {
                var connection = socket.accept();
                Thread.startVirtualThread(() -> answer(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            var reader =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
            var head = reader.lines().takeWhile(line -> !line.isEmpty()).toList();
            if (head.isEmpty()) {
                return;
            }
            var start = head.getFirst().split(" ", -1);
            var headers = head.subList(1, head.size());
            var request = new Request(start[0], start[1], headers, body(headers, reader));
            Reply reply;
            synchronized (this) {
                requests.add(request);
                reply = replies.get(Math.min(answered++, replies.size() - 1));
            }
            reply.to(request, connection);
        } catch (IOException | UncheckedIOException | InterruptedException _) {
            // The client has gone; what it saw is asserted on its side.
        }
    }

    private static String body(List<String> headers, Reader reader) throws IOException {
        var body = new StringBuilder();
        for (var header : headers) {
            if (header.startsWith("Content-Length: ")) {
                int length = Integer.parseInt(header.substring("Content-Length: ".length()));
                while (body.length() < length) {
                    body.append((char) reader.read());
                }
            }
        }
        return body.toString();
    }
}
