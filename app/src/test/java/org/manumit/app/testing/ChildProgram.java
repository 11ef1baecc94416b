package org.manumit.app.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, with this test's class path. Closing kills it for certain, and so does the end
 * of the test's own process.
 */
public final class ChildProgram implements AutoCloseable {

    private static final int LONGEST_RUN_SECONDS = 120;

    private final Process process;
    private final BufferedReader output;
    private final Path errors;
    private final Path arguments;
    private final Thread killer;

    private ChildProgram(Process process, Path errors, Path arguments) {
        this.process = process;
        this.errors = errors;
        this.arguments = arguments;
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        killer = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** Starts a class's main method. */
    public static ChildProgram start(Class<?> main, Map<String, String> properties, String... arguments)
            throws IOException {
        return start(main.getName(), properties, arguments);
    }

    /** Starts a class's main method by the class's name. */
    public static ChildProgram start(String main, Map<String, String> properties, String... arguments)
            throws IOException {
        Path file = Files.createTempFile("child", ".args");
        List<String> java = new ArrayList<>(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED"));
        properties.forEach((name, value) -> java.add("-D" + name + "=" + value));
        java.add("-cp");
        java.add(System.getProperty("java.class.path"));
        java.add(main);
        java.addAll(List.of(arguments));
        Files.write(
                file,
                java.stream()
                        .map(a -> "\"" + a.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .toList());
        Path errors = Files.createTempFile("child", ".err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file)
                .redirectError(errors.toFile())
                .start();
        return new ChildProgram(process, errors, file);
    }

    /** Waits for the next line of its standard output; empty at the end. */
    public Optional<String> line() throws IOException {
        return Optional.ofNullable(output.readLine());
    }

    /** Waits for a line of its standard output that contains this, and returns it. */
    public String awaitLineContaining(String text) throws IOException {
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            if (line.get().contains(text)) {
                return line.get();
            }
        }
        throw new AssertionError("the child ended without saying '" + text + "'; its errors: " + errors());
    }

    /** Waits for its end and returns its exit status. */
    public int await() throws IOException, InterruptedException {
        output.lines().forEach(line -> {});
        if (!process.waitFor(LONGEST_RUN_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the child does not end; its errors: " + errors());
        }
        return process.exitValue();
    }

    /** Asks it to end, as a terminal does. */
    public void terminate() {
        // Process.destroy would close its output too
        process.toHandle().destroy();
    }

    /** Kills it without a word. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** What it has written to standard error. */
    public String errors() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
        Files.deleteIfExists(errors);
        Files.deleteIfExists(arguments);
        Runtime.getRuntime().removeShutdownHook(killer);
    }
}
