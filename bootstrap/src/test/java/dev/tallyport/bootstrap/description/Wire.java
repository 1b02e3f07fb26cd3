package dev.tallyport.bootstrap.description;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sends requests over one connection as they are written, which no client that means well would.
final class Wire implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// @param target what follows the method, encoded or not
    /// @param headers each with its value, but for those that say how long the body is
    record Request(String method, String target, List<String> headers, ByteBuffer body) {

        @Override
        public String toString() {
            var text = UTF_8.decode(body.duplicate()).toString();
            return method + " " + shortened(target) + " " + headers + " " + shortened(text);
        }

        private static String shortened(String text) {
            return text.length() <= 600
                    ? text
                    : text.substring(0, 600) + "… (" + text.length() + " characters)";
        }
    }

    /// @param headers by their names in lower case
    record Answer(int status, Map<String, String> headers, String body, Duration took) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    private final URI address;
    private @Nullable Socket socket;
    private @Nullable InputStream answers;

    Wire(URI address) {
        this.address = address;
    }

    /// @throws IOException when there is no answer at all
    Answer send(Request request) throws IOException {
        var reused = socket != null;
        try {
            return exchange(request);
        } catch (IOException e) {
            close();
            if (reused && !(e instanceof SocketTimeoutException)) {
                return exchange(request);
            }
            throw e;
        }
    }

    private Answer exchange(Request request) throws IOException {
        var connection = connected();
        var began = System.nanoTime();
        connection.getOutputStream().write(written(request));
        connection.getOutputStream().flush();
        var answer = read(request, began);
        if (answer.header("connection").filter("close"::equalsIgnoreCase).isPresent()) {
            close();
        }
        return answer;
    }

    private Socket connected() throws IOException {
        var connection = socket;
        if (connection == null) {
            connection = new Socket(address.getHost(), address.getPort());
            connection.setSoTimeout((int) PATIENCE.toMillis());
            connection.setTcpNoDelay(true);
            socket = connection;
            answers = new BufferedInputStream(connection.getInputStream());
        }
        return connection;
    }

    private byte[] written(Request request) {
        var head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(address.getAuthority()).append("\r\n");
        request.headers().forEach(header -> head.append(header).append("\r\n"));
        if (request.body().remaining() > 0) {
            head.append("Content-Length: ").append(request.body().remaining()).append("\r\n");
        }
        var written = new ByteArrayOutputStream();
        written.writeBytes(head.append("\r\n").toString().getBytes(UTF_8));
        written.writeBytes(request.body().array());
        return written.toByteArray();
    }

    private Answer read(Request request, long began) throws IOException {
        var from = answers;
        if (from == null) {
            throw new EOFException("not connected");
        }
        var status = Integer.parseInt(line(from).split(" ", 3)[1]);
        var headers = new TreeMap<String, String>();
        for (var line = line(from); !line.isEmpty(); line = line(from)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = hasBody(request, status) ? body(from, headers) : new byte[0];
        return new Answer(
                status,
                headers,
                new String(body, UTF_8),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private static boolean hasBody(Request request, int status) {
        return !request.method().equals("HEAD") && status != 204 && status != 304;
    }

    private static byte[] body(InputStream from, Map<String, String> headers) throws IOException {
        var length = headers.get("content-length");
        if (length != null) {
            return from.readNBytes(Integer.parseInt(length));
        }
        if (!"chunked".equals(headers.get("transfer-encoding"))) {
            return from.readAllBytes();
        }
        var body = new ByteArrayOutputStream();
        for (var size = chunk(from); size > 0; size = chunk(from)) {
            body.writeBytes(from.readNBytes(size));
            line(from);
        }
        line(from);
        return body.toByteArray();
    }

    private static int chunk(InputStream from) throws IOException {
        return Integer.parseInt(line(from), 16);
    }

    private static String line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (var one = from.read(); one != '\n'; one = from.read()) {
            if (one < 0) {
                throw new EOFException("the connection ended");
            }
            line.write(one);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        var connection = socket;
        socket = null;
        answers = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (IOException _) {
                // It is gone either way.
            }
        }
    }
}
