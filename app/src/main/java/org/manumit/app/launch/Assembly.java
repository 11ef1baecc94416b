package org.manumit.app.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes a runnable program of what Maven has built: the launchers call it after each build. Here, and nowhere else,
 * stand the options that the program's Java machine needs.
 *
 * <p>Leaves in {@code target/dist}: {@code lib}, all jars; {@code manumit.args}, the options and the class path of the program;
 * {@code rehearsal.args}, the same for recording the start-up cache.
 */
public final class Assembly {

    /** What the program needs of its Java machine. */
    private static final List<String> OPTIONS = List.of(
            // Half of the machine for large cases; the default is a quarter
            "-XX:MaxRAMPercentage=50",
            "-XX:+UseCompactObjectHeaders",
            // Neo4j and JavaFX call into native code; Neo4j's page cache and its network layer use direct memory
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            // The Java machine's own warnings (of a start-up cache that no longer fits) concern no user
            "-Xlog:disable",
            // Nor do those of Neo4j's log files, which on a full disk come by the hundred
            "-Dlog4j2.statusLoggerLevel=OFF",
            "-Dlog4j2.StatusLogger.level=OFF",
            "-Dfile.encoding=UTF-8");

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private final Path target;
    private final Path dist;

    private Assembly(Path target) {
        this.target = target;
        dist = target.resolve("dist");
    }

    /**
     * Assembles the program.
     *
     * @param arguments the app module's {@code target} folder
     */
    public static void main(String[] arguments) throws IOException {
        new Assembly(Path.of(arguments[0]).toAbsolutePath().normalize()).run();
    }

    private void run() throws IOException {
        Path fresh = dist.resolve("lib.new");
        Path own = own();
        Files.copy(own, fresh.resolve(own.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        for (Path jar : jarsIn(fresh)) {
            removeSignatures(jar);
        }
        Files.deleteIfExists(dist.resolve("start.aot"));
        replace(dist.resolve("lib"), fresh);
        List<Path> jars = jarsIn(dist.resolve("lib"));
        write("manumit.args", List.of(), jars, List.of());
        write(
                "rehearsal.args",
                List.of("-XX:AOTCacheOutput=" + dist.resolve("start.aot.new")),
                jars,
                List.of("org.manumit.app.main.Rehearsal"));
    }

    /** Moved, not overwritten: a program that is running keeps the jars it has open. */
    private static void replace(Path folder, Path fresh) throws IOException {
        Path old = folder.resolveSibling(folder.getFileName() + ".old");
        deleteTree(old);
        if (Files.exists(folder)) {
            Files.move(folder, old);
        }
        Files.move(fresh, folder);
        deleteTree(old);
    }

    private static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Path own() throws IOException {
        List<Path> jars = jarsIn(target).stream()
                .filter(jar -> jar.getFileName().toString().startsWith("manumit-app-"))
                .filter(jar -> !jar.getFileName().toString().endsWith("-tests.jar"))
                .toList();
        if (jars.size() != 1) {
            throw new IOException("expected one jar of the app in " + target + ", found " + jars
                    + "; delete the folder and build again");
        }
        return jars.getFirst();
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
    }

    /**
     * Takes the signatures out of a jar. The start-up cache leaves out classes of signed jars and all that build on them,
     * and Neo4j builds on signed collections everywhere: start 1.5 s with, 1.2 s without. The jars come from Maven, which
     * has checked them against its own checksums.
     */
    private static void removeSignatures(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            if (file.stream()
                    .noneMatch(entry -> SIGNATURE.matcher(entry.getName()).matches())) {
                return;
            }
            Path unsigned = jar.resolveSibling(jar.getFileName() + ".new");
            try (OutputStream out = Files.newOutputStream(unsigned);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!SIGNATURE.matcher(entry.getName()).matches()) {
                        ZipEntry copy = new ZipEntry(entry.getName());
                        copy.setLastModifiedTime(entry.getLastModifiedTime());
                        zip.putNextEntry(copy);
                        try (InputStream in = file.getInputStream(entry)) {
                            in.transferTo(zip);
                        }
                        zip.closeEntry();
                    }
                }
            }
            Files.setLastModifiedTime(unsigned, Files.getLastModifiedTime(jar));
            Files.move(unsigned, jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Options in a file, because a class path of 200 jars is more than some systems take on a command line. */
    private void write(String name, List<String> first, List<Path> jars, List<String> last) throws IOException {
        List<String> lines = new ArrayList<>(first);
        lines.addAll(OPTIONS);
        lines.add("-cp");
        lines.add(String.join(
                System.getProperty("path.separator"),
                jars.stream().map(Path::toString).toList()));
        lines.addAll(last);
        Path fresh = dist.resolve(name + ".new");
        Files.write(
                fresh,
                lines.stream()
                        .map(line -> '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .toList(),
                // The Java launcher reads the file in the platform's own encoding
                Charset.forName(System.getProperty("native.encoding", "UTF-8")));
        Files.move(fresh, dist.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
