package dev.tallyport.bootstrap.database;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// The right to use a data folder, held by one process until it closes it or ends, however it ends.
final class InstanceLock implements AutoCloseable {

    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Never waits.
    static InstanceLock acquire(DataDirectory data, Instant now) {
        var file = data.lock();
        try {
            var channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!locked(channel)) {
                    throw heldBySomebodyElse(data);
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(holder(now).getBytes(StandardCharsets.UTF_8)), 0);
                channel.force(true);
                return new InstanceLock(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw DataDirectory.unusable(data.path(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    private static StartRefusedException heldBySomebodyElse(DataDirectory data) {
        return new StartRefusedException(
                "The data folder %s is in use by another Tallyport: %s. Stop that one, or give this one a folder of its own by tallyport.data-dir."
                        .formatted(data.path(), readHolder(data.lock())));
    }

    private static String readHolder(Path file) {
        try {
            var holder = Files.readString(file).strip();
            return holder.isEmpty() ? "it does not say which" : holder;
        } catch (IOException _) {
            return "it does not say which";
        }
    }

    private static String holder(Instant now) {
        return "process %d on host %s, user %s, started at %s\n"
                .formatted(
                        ProcessHandle.current().pid(),
                        hostName(),
                        System.getProperty("user.name"),
                        now);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
