package dev.tallyport.connector.tck;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Everything that is logged, on every level, until closed. `System.Logger` writes here too, unless
/// something else was put in its place.
final class CapturedLogs extends Handler implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    CapturedLogs() {
        setLevel(Level.ALL);
        root.setLevel(Level.ALL);
        root.addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        var name = String.valueOf(logged.getLoggerName());
        // The client's own debug log is switched on by nobody in production.
        if (!name.startsWith("jdk.") && !name.startsWith("org.junit.")) {
            lines.add(text(logged));
        }
    }

    private static String text(LogRecord logged) {
        var parameters = logged.getParameters();
        var message = String.valueOf(logged.getMessage());
        var text =
                parameters == null || parameters.length == 0
                        ? message
                        : MessageFormat.format(message, parameters);
        return logged.getThrown() == null ? text : text + textOf(logged.getThrown());
    }

    /// All that a throwable and its causes tell.
    static String textOf(Throwable thrown) {
        var text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        root.removeHandler(this);
        root.setLevel(before);
    }
}
