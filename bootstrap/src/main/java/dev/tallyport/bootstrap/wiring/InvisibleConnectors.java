package dev.tallyport.bootstrap.wiring;

import dev.tallyport.connector.spi.Connector;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;

/// Stops the build when a connector on the class path would silently be missing from the
/// application: its jar has no index, its index lost it, or it is no bean. Run by the build, never
/// by the application.
final class InvisibleConnectors {

    private static final DotName CONNECTOR = DotName.createSimple(Connector.class);
    private static final String INDEX = "META-INF/jandex.idx";
    private static final Set<DotName> SCOPES =
            Set.of(
                    DotName.createSimple("jakarta.enterprise.context.ApplicationScoped"),
                    DotName.createSimple("jakarta.enterprise.context.Dependent"),
                    DotName.createSimple("jakarta.inject.Singleton"));

    private InvisibleConnectors() {}

    public static void main(String[] arguments) throws IOException {
        var found = on(System.getProperty("java.class.path"));
        found.forEach(System.err::println);
        System.exit(found.isEmpty() ? 0 : 1);
    }

    /// What is wrong with each, and what to do.
    static List<String> on(String classPath) throws IOException {
        var found = new ArrayList<String>();
        for (var entry : classPath.split(File.pathSeparator, -1)) {
            var path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                try (var jar = new JarFile(path.toFile())) {
                    found.addAll(in(path, classes(jar), index(jar)));
                }
            } else if (Files.exists(path.resolve(INDEX))) {
                try (var index = Files.newInputStream(path.resolve(INDEX))) {
                    found.addAll(in(path, classes(path), new IndexReader(index).read()));
                }
            } else if (Files.isDirectory(path)) {
                found.addAll(in(path, classes(path), new Indexer().complete()));
            }
        }
        return found;
    }

    private static List<String> in(Path where, IndexView classes, IndexView index) {
        return connectors(classes)
                .flatMap(connector -> {
                    if (index.getClassByName(connector.name()) == null) {
                        return Stream.of(
                                "The connector %s would be missing: %s of %s does not name it. Run the jandex-maven-plugin when that module is built."
                                        .formatted(connector.name(), INDEX, where.getFileName()));
                    }
                    return isBean(connector)
                            ? Stream.empty()
                            : Stream.of(
                                    "The connector %s of %s would be missing: it is no bean. Annotate it with @ApplicationScoped."
                                            .formatted(connector.name(), where.getFileName()));
                })
                .toList();
    }

    /// Those that others can see; what a module makes itself, it hands over itself.
    private static Stream<ClassInfo> connectors(IndexView classes) {
        return classes.getAllKnownImplementations(CONNECTOR).stream()
                .filter(connector ->
                        Modifier.isPublic(connector.flags())
                                && !Modifier.isAbstract(connector.flags()));
    }

    private static boolean isBean(ClassInfo connector) {
        return SCOPES.stream().anyMatch(connector::hasDeclaredAnnotation);
    }

    private static IndexView index(JarFile jar) throws IOException {
        var entry = jar.getEntry(INDEX);
        if (entry == null) {
            return new Indexer().complete();
        }
        try (var index = jar.getInputStream(entry)) {
            return new IndexReader(index).read();
        }
    }

    private static IndexView classes(JarFile jar) throws IOException {
        var indexer = new Indexer();
        for (var entry : jar.stream().filter(one -> isClass(one.getName())).toList()) {
            try (var content = jar.getInputStream(entry)) {
                indexer.index(content);
            }
        }
        return indexer.complete();
    }

    private static IndexView classes(Path folder) throws IOException {
        var indexer = new Indexer();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(one -> isClass(one.toString())).toList()) {
                try (var content = Files.newInputStream(file)) {
                    indexer.index(content);
                }
            }
        }
        return indexer.complete();
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.startsWith("META-INF/");
    }
}
