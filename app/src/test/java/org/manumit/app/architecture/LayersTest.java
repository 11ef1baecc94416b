package org.manumit.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manumit.graph.job.OwnsThread;

/** Holds what docs/architecture.md says of who may use whom. */
final class LayersTest {

    private static final String ROOT = "org.manumit.";

    /** The program as it is. */
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.manumit");

    /**
     * A rule, and a class that breaks it: a rule that cannot fail holds nothing.
     *
     * @param breaker the whole source of that class
     */
    record Rule(String name, ArchRule rule, String breaker) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "what is known depends on nothing",
                        usesOnly("graph", List.of()),
                        breaker("graph", "org.manumit.graph.query.Names")),
                new Rule(
                        "queries look at the graph only",
                        usesOnly("graph.query", List.of("graph", "graph.job")),
                        breaker("graph.query", "org.manumit.graph.store.CaseStore")),
                new Rule(
                        "an analysis sees no store, no importer and no window",
                        usesOnly("graph.analysis..", List.of("graph", "graph.query", "graph.job", "graph.edit")),
                        breaker("graph.analysis.roles", "org.manumit.graph.store.CaseStore")),
                new Rule(
                        "a decision is known apart from any analysis",
                        usesOnly("graph.edit", List.of("graph")),
                        breaker("graph.edit", "org.manumit.graph.analysis.roles.Role")),
                new Rule(
                        "the port to the store knows no adapter",
                        usesOnly("graph.store", List.of("graph", "graph.job")),
                        breaker("graph.store", "org.manumit.graph.store.neo4j.StoreConnector")),
                new Rule(
                        "drafts know the graph only",
                        usesOnly("importers.draft", List.of("graph", "graph.job")),
                        breaker("importers.draft", "org.manumit.importers.spi.SourceImporter")),
                new Rule(
                        "tables are blind to kinds of file",
                        usesOnly(
                                "importers.tabular..",
                                List.of("graph", "graph.job", "importers.draft", "importers.spi")),
                        breaker("importers.tabular", "org.manumit.importers.calls.CallsImporter")),
                new Rule(
                        "kinds of file never meet",
                        slices().assignedFrom(new KindsOfFile()).should().notDependOnEachOther(),
                        breaker("importers.calls", "org.manumit.importers.graphs.GraphsImporter")),
                new Rule(
                        "importers see no store and no window",
                        noClasses()
                                .that(in("importers.."))
                                .should()
                                .dependOnClassesThat(in("app..", "graph.store..", "graph.analysis..")),
                        breaker("importers.calls", "org.manumit.graph.store.CaseStore")),
                new Rule(
                        "features never meet",
                        slices().matching("org.manumit.app.feature.(*)..")
                                .should()
                                .notDependOnEachOther(),
                        breaker("app.feature.people", "org.manumit.app.feature.sources.SourcesView")),
                new Rule(
                        "features see neither the frame, the commands, the store's adapter nor the wiring",
                        noClasses()
                                .that(in("app.feature.."))
                                .should()
                                .dependOnClassesThat(in(
                                        "app.shell..",
                                        "app.cli..",
                                        "app.main..",
                                        "app.localstore..",
                                        "graph.store.neo4j..")),
                        breaker("app.feature.people", "org.manumit.app.shell.Place")),
                new Rule(
                        "nothing but the wiring starts the window or the commands",
                        noClasses()
                                .that(in("app..").and(not(in("app.main.."))))
                                .should()
                                .dependOnClassesThat(in("app.main..")),
                        breaker("app.cli", "org.manumit.app.main.Wiring")),
                new Rule(
                        "only the adapter sees the driver",
                        noClasses()
                                .that(not(in("graph.store.neo4j..")))
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.neo4j.driver..")),
                        breaker("app.session", "org.neo4j.driver.Driver")),
                new Rule(
                        "only the local store sees the server's classes",
                        noClasses()
                                .that(not(in("app.localstore..")))
                                .should()
                                .dependOnClassesThat(resideInAPackage("org.neo4j..")
                                        .and(not(resideInAPackage("org.neo4j.driver..")))),
                        breaker("app.session", "org.neo4j.graphdb.GraphDatabaseService")),
                new Rule(
                        "the window's toolkit stays in the window",
                        noClasses()
                                .that(not(in(
                                        "app.control..",
                                        "app.feature..",
                                        "app.job..",
                                        "app.session..",
                                        "app.shell..",
                                        "styles..")))
                                .should()
                                .dependOnClassesThat(resideInAPackage("javafx..")),
                        breaker("app.brief", "javafx.scene.image.Image")),
                new Rule(
                        "view models, the session and jobs know no control",
                        noClasses()
                                .that(in("app.session..", "app.job..").or(named("ViewModel")))
                                .should()
                                .dependOnClassesThat(resideInAPackage("javafx.scene..")),
                        breaker("app.session", "javafx.scene.control.Button")),
                new Rule(
                        "threads are made by the runner of jobs, or for a reason that is given",
                        noClasses()
                                .that(not(in("app.job..")))
                                .and()
                                .areNotAnnotatedWith(OwnsThread.class)
                                .should()
                                .callConstructorWhere(describe("makes a thread", call -> call.getTargetOwner()
                                        .isAssignableTo(Thread.class)))
                                .orShould()
                                .callMethodWhere(describe(
                                        "makes threads",
                                        call -> call.getTargetOwner().isEquivalentTo(Executors.class)
                                                || (call.getTargetOwner().isEquivalentTo(Thread.class)
                                                        && call.getName().startsWith("of")))),
                        """
                        package org.manumit.app.feature.people;
                        final class Breaker {
                            Thread used = new Thread(() -> {});
                        }
                        """),
                new Rule(
                        "failures are told by exceptions of our own words, never printed",
                        noClasses()
                                .that(not(in("app.cli..", "app.main..", "app.launch..", "examples..")))
                                .should()
                                .callMethodWhere(describe(
                                        "print where something failed",
                                        call -> call.getName().equals("printStackTrace")
                                                && call.getTargetOwner().isAssignableTo(Throwable.class))),
                        """
                        package org.manumit.app.session;
                        final class Breaker {
                            void fail() {
                                new IllegalStateException().printStackTrace();
                            }
                        }
                        """),
                new Rule(
                        "views are released with their scene, because they are built on View",
                        classes()
                                .that(in("app.feature..", "app.shell.."))
                                .and()
                                .haveSimpleNameEndingWith("View")
                                .and()
                                .areTopLevelClasses()
                                .should()
                                .beAssignableTo(assignableTo(org.manumit.app.control.View.class)
                                        .or(assignableTo(javafx.scene.Node.class))),
                        """
                        package org.manumit.app.feature.people;
                        final class BreakerView {
                            Object used;
                        }
                        """));
    }

    /** Each package of importers that reads one kind of file. */
    private static final class KindsOfFile implements SliceAssignment {
        private static final Set<String> SHARED = Set.of("draft", "spi", "tabular", "catalog", "resolve");

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(ROOT + "importers.")) {
                return SliceIdentifier.ignore();
            }
            String kind = name.substring((ROOT + "importers.").length()).split("\\.", -1)[0];
            return SHARED.contains(kind) ? SliceIdentifier.ignore() : SliceIdentifier.of(kind);
        }

        @Override
        public String getDescription() {
            return "kinds of file";
        }
    }

    private static DescribedPredicate<JavaClass> in(String... packages) {
        return resideInAnyPackage(Stream.of(packages).map(p -> ROOT + p).toArray(String[]::new));
    }

    private static DescribedPredicate<HasName> named(String ending) {
        return describe("named ..." + ending, type -> type.getName().endsWith(ending));
    }

    private static ArchRule usesOnly(String who, List<String> whom) {
        String[] allowed = Stream.concat(Stream.of(who), whom.stream()).toArray(String[]::new);
        return noClasses()
                .that(in(who))
                .should()
                .dependOnClassesThat(resideInAPackage("org.manumit..").and(not(in(allowed))));
    }

    private static String breaker(String where, String uses) {
        return "package " + ROOT + where + ";\nfinal class Breaker { " + uses + " used; }\n";
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theProgramKeeps(Rule rule) {
        rule.rule().check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleCanFail(Rule rule, @TempDir Path folder) {
        compile(rule.breaker(), folder);
        JavaClasses broken = new ClassFileImporter().importPath(folder);
        assertThat(rule.rule().allowEmptyShould(true).evaluate(broken).hasViolation())
                .as(rule.breaker())
                .isTrue();
    }

    @Test
    void theProgramIsThere() {
        assertThat(PROGRAM.stream().map(JavaClass::getPackageName))
                .contains("org.manumit.graph", "org.manumit.importers.calls", "org.manumit.app.shell");
    }

    private static void compile(String source, Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            String name = source.contains("BreakerView") ? "BreakerView" : "Breaker";
            JavaFileObject file =
                    new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            boolean compiled = compiler.getTask(
                            said, files, null, List.of("-d", folder.toString(), "-proc:none"), null, List.of(file))
                    .call();
            assertThat(compiled).as("%s", said).isTrue();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
