package org.manumit.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Invents a case and writes its files: {@code CaseGenerator FOLDER} writes the case that ships with the program,
 * {@code CaseGenerator FOLDER CLASS RECORDS SEED} one of any class and size.
 */
public final class CaseGenerator {

    private CaseGenerator() {}

    /**
     * Writes a case's files.
     *
     * @return the files, in the order in which they should be imported
     */
    public static List<Path> generate(CaseSpec spec, Path folder) throws IOException {
        World world = new World(spec);
        new Story(world).tell();
        List<Path> files = new ArrayList<>(new CaseFiles(world, folder).write());
        if (spec.equals(CaseSpec.lantern())) {
            files.addAll(new Statements(world, folder).write());
        }
        return files;
    }

    /** Writes the case that the arguments ask for and names its files. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1 && args.length != 4) {
            System.err.println("usage: CaseGenerator FOLDER [entrepreneurial|hybrid|transnational RECORDS SEED]");
            System.exit(2);
        }
        CaseSpec spec = args.length == 1
                ? CaseSpec.lantern()
                : CaseSpec.sized(
                        NetworkModel.valueOf(args[1].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(args[2]),
                        Long.parseLong(args[3]));
        for (Path file : generate(spec, Path.of(args[0]))) {
            System.out.println(file);
        }
    }
}
