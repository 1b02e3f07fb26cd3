package dev.tallyport.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tallyport.bootstrap.startup.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @Test
    void onlyItsOwnerMayLookIntoItAndIntoItsSecrets(@TempDir Path folder) throws IOException {
        var data = DataDirectory.open(folder.resolve("new"));

        data.secretKey(() -> "secret");

        assertThat(permissions(data.path())).isEqualTo("rwx------");
        assertThat(permissions(data.path().resolve("secret.key"))).isEqualTo("rw-------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void theSecretKeyIsMadeOnce(@TempDir Path folder) {
        var data = DataDirectory.open(folder);
        data.secretKey(() -> "first");

        var again = DataDirectory.open(folder).secretKey(() -> "second");

        assertThat(again).isEqualTo("first");
    }

    @Test
    void aFolderOfSomebodyElsesIsRefusedAndLeftAsItIs(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("documents"));
        var before = permissions(folder);

        assertThatThrownBy(() -> DataDirectory.open(folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("documents")
                .hasMessageContaining("tallyport.data-dir");
        assertThat(permissions(folder)).isEqualTo(before);
        assertThat(folder).isDirectoryContaining("glob:**documents");
    }

    @Test
    void aPathThatIsNoFolderIsRefusedInOneMessage(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(file.resolve("data").toString())
                .hasMessageContaining("tallyport.data-dir");
    }

    @Test
    void aFileSystemThatCannotBeWrittenIsRefusedInOneMessage() {
        var folder = Path.of("/proc/tallyport");

        assertThatThrownBy(() -> DataDirectory.open(folder))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("/proc/tallyport")
                .hasMessageContaining("tallyport.data-dir");
    }
}
