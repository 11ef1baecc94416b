package org.manumit.graph.analysis.proof;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.Claim;
import org.manumit.graph.ClaimId;
import org.manumit.graph.ClaimType;
import org.manumit.graph.Entity;
import org.manumit.graph.EntityId;
import org.manumit.graph.Part;
import org.manumit.graph.PartialDate;
import org.manumit.graph.query.Victims;

/**
 * What the file holds of the three elements of the offence for one victim: the act, the means and the purpose. Of somebody
 * under 18 no means need be shown; consent is void once a means was used (ICMPD Background Reader, ch. 1.2; 001, l. 288-290,
 * 344-347, 358-359). A row of a file is a lead to proof, not proof.
 *
 * @param victim the victim
 * @param age whether the file shows that they were under 18
 * @param found what is on file, by element
 */
public record VictimElements(EntityId victim, Age age, Map<Element, List<Finding>> found) {

    /** An element of the offence. */
    public enum Element {
        ACT,
        MEANS,
        PURPOSE
    }

    /** Whether the child rule applies. */
    public enum Age {
        CHILD,
        ADULT,
        UNKNOWN
    }

    /**
     * One thing that bears on an element.
     *
     * @param what in a word or two, for example {@code transport}
     * @param evidence the claims that say so
     * @param documents how many documents they come from
     */
    public record Finding(String what, List<ClaimId> evidence, int documents) {
        public Finding {
            evidence = List.copyOf(evidence);
        }
    }

    public VictimElements {
        Map<Element, List<Finding>> copy = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            copy.put(element, List.copyOf(found.getOrDefault(element, List.of())));
        }
        found = Collections.unmodifiableMap(copy);
    }

    /** What bears on an element; empty when nothing on file does. */
    public List<Finding> of(Element element) {
        return found.getOrDefault(element, List.of());
    }

    /** The elements of which the file holds nothing, and which the law asks for. */
    public List<Element> missing() {
        return Arrays.stream(Element.values())
                .filter(e -> of(e).isEmpty() && !(e == Element.MEANS && age == Age.CHILD))
                .toList();
    }

    /** The elements of every victim of a case, in the order of its entities. O(claims). */
    public static List<VictimElements> of(CaseGraph graph, Victims victims) {
        Documents documents = new Documents(graph);
        List<VictimElements> all = new ArrayList<>();
        victims.entities()
                // a name on a record is told with whoever bears it
                .filter(v -> graph.entity(v).standing() != Entity.Standing.NAME_ONLY)
                .forEach(v -> all.add(new Reader(graph, documents, v).read()));
        return all;
    }

    private static final class Reader {
        private static final String PAPERS_KEPT = "papers kept";

        private final CaseGraph graph;
        private final Documents documents;
        private final int index;
        private final EntityId victim;
        private final Map<Element, Map<String, List<ClaimId>>> found = new EnumMap<>(Element.class);
        private Optional<LocalDateTime> firstAct = Optional.empty();

        Reader(CaseGraph graph, Documents documents, int index) {
            this.graph = graph;
            this.documents = documents;
            this.index = index;
            victim = graph.entity(index).id();
        }

        VictimElements read() {
            List<Claim> claims = graph.claimsAbout(index);
            claims.forEach(this::read);
            Map<Element, List<Finding>> findings = new EnumMap<>(Element.class);
            found.forEach((element, byWord) -> findings.put(
                    element,
                    byWord.entrySet().stream()
                            .map(e -> new Finding(e.getKey(), e.getValue(), documents.count(e.getValue())))
                            .toList()));
            return new VictimElements(victim, age(claims), findings);
        }

        private void read(Claim claim) {
            switch (claim.type()) {
                case RECRUITMENT -> {
                    if (plays(claim, Part.VICTIM)) {
                        act("recruitment", claim);
                        words(claim, "how")
                                .filter(how -> how.equals("abduction") || how.equals("debt") || how.equals("sale"))
                                .forEach(how -> means(how.equals("sale") ? "payment for control" : how, claim));
                    }
                }
                case JOURNEY -> {
                    if (plays(claim, Part.WHO)) {
                        if (claim.first(Part.MOVED_BY).isPresent()) {
                            act("transport", claim);
                        }
                        if (claim.first(Part.RECEIVED_BY).isPresent()) {
                            act("receipt", claim);
                        }
                    }
                }
                case PREMISES -> {
                    boolean others = Stream.of(Part.RUN_BY, Part.TENANT, Part.PAYER)
                            .flatMap(claim::holders)
                            .anyMatch(id -> !id.equals(victim));
                    if (plays(claim, Part.OCCUPANT) && others) {
                        act("harbouring", claim);
                    }
                }
                case EXPLOITATION -> {
                    if (plays(claim, Part.VICTIM)) {
                        words(claim, "form").forEach(form -> add(Element.PURPOSE, form + " exploitation", claim));
                        words(claim, "control")
                                .forEach(control -> means(control.equals("papers") ? PAPERS_KEPT : control, claim));
                    }
                }
                case DEBT -> {
                    if (plays(claim, Part.DEBTOR)) {
                        means("debt", claim);
                    }
                }
                case PAPER -> {
                    if (plays(claim, Part.FOR) && claim.holders(Part.HELD_BY).anyMatch(id -> !id.equals(victim))) {
                        means(PAPERS_KEPT, claim);
                    }
                }
                case TIE -> {
                    if (plays(claim, Part.WHOM)) {
                        words(claim, "kind")
                                .filter(kind -> kind.equals("controls") || kind.equals("threatens"))
                                .forEach(kind -> means(kind.equals("controls") ? "control" : "threats", claim));
                    }
                }
                case EVENT -> {
                    if (plays(claim, Part.ABOUT)) {
                        words(claim, "kind")
                                .filter(kind -> kind.equals("threat") || kind.equals("violence"))
                                .forEach(kind -> means(kind, claim));
                    }
                }
                default -> {
                    // bears on no element
                }
            }
        }

        private boolean plays(Claim claim, Part part) {
            return claim.holders(part).anyMatch(victim::equals);
        }

        private void act(String what, Claim claim) {
            add(Element.ACT, what, claim);
            Optional<LocalDateTime> when = claim.when().from().map(PartialDate::start);
            if (when.isPresent() && (firstAct.isEmpty() || when.get().isBefore(firstAct.get()))) {
                firstAct = when;
            }
        }

        private void means(String what, Claim claim) {
            add(Element.MEANS, what, claim);
        }

        private void add(Element element, String what, Claim claim) {
            found.computeIfAbsent(element, k -> new LinkedHashMap<>())
                    .computeIfAbsent(what, k -> new ArrayList<>())
                    .add(claim.id());
        }

        private static Stream<String> words(Claim claim, String column) {
            return claim.list(column).stream()
                    .map(w -> w.toLowerCase(Locale.ROOT).replace("?", "").strip())
                    .filter(w -> !w.isEmpty());
        }

        /** By a stated age, else by the year of birth and the first act. */
        private Age age(List<Claim> claims) {
            List<Claim> own = claims.stream()
                    .filter(c -> c.type() == ClaimType.PERSON && plays(c, Part.SUBJECT))
                    .toList();
            for (Claim person : own) {
                String stated = person.value("age").replaceAll("[^0-9]", "");
                if (!stated.isEmpty() && stated.length() <= 3) {
                    return Integer.parseInt(stated) < 18 ? Age.CHILD : Age.ADULT;
                }
                String born = person.value("born").strip();
                if (born.matches("\\d{4}.*") && firstAct.isPresent()) {
                    int years = firstAct.get().getYear() - Integer.parseInt(born.substring(0, 4));
                    if (years < 18) {
                        return Age.CHILD;
                    }
                    return years > 18 ? Age.ADULT : Age.UNKNOWN;
                }
            }
            return Age.UNKNOWN;
        }
    }
}
