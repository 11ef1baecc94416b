package org.manumit.app.session;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.manumit.graph.CaseGraph;
import org.manumit.graph.EntityId;
import org.manumit.graph.query.Actors;
import org.manumit.graph.query.Pseudonyms;
import org.manumit.graph.query.Victims;

/**
 * What the window calls people: victims and their things by pseudonym until somebody has asked for the name, everybody
 * else as the sources call them. Entities are given as indexes. Immutable.
 */
public final class DisplayNames {
    private static final Pattern PSEUDONYM = Pattern.compile("Victim \\d+(?:, [A-Za-z ]+? \\d+)?");

    private final CaseGraph graph;
    private final Actors actors;
    private final Victims victims;
    private final Pseudonyms pseudonyms;
    private final Set<EntityId> revealed;
    /** Names found so far; two threads may find the same one. */
    private final @Nullable String[] called;
    /** What each pseudonym of a revealed victim, or of a thing of theirs, stands for. */
    private final Map<String, String> restored = new HashMap<>();

    DisplayNames(CaseGraph graph, Actors actors, Victims victims, Pseudonyms pseudonyms, Set<EntityId> revealed) {
        this.graph = graph;
        this.actors = actors;
        this.victims = victims;
        this.pseudonyms = pseudonyms;
        this.revealed = Set.copyOf(revealed);
        called = new @Nullable String[graph.entities().size()];
        victims.entities().filter(this::isRevealed).forEach(victim -> {
            restore(victim);
            actors.thingsOf(victim).forEach(link -> restore(link.thing()));
        });
    }

    private void restore(int entity) {
        pseudonyms
                .pseudonym(entity)
                .ifPresent(called ->
                        restored.putIfAbsent(called, graph.entity(entity).label()));
    }

    private boolean isRevealed(int entity) {
        return revealed.contains(graph.entity(entity).id())
                || revealed.contains(graph.entity(actors.actorOf(entity)).id());
    }

    /** What an entity is called on screen. */
    public String name(int entity) {
        String known = called[entity];
        if (known == null) {
            known = word(entity);
            called[entity] = known;
        }
        return known;
    }

    private String word(int entity) {
        Optional<String> pseudonym = pseudonyms.pseudonym(entity);
        String label = graph.entity(entity).label();
        return pseudonym.isPresent() && !isRevealed(entity)
                ? pseudonym.get()
                : graph.entity(entity).kind().isActor() ? label : text(label);
    }

    /** What an entity is called on screen; its id when the case does not know it. */
    public String name(EntityId id) {
        return graph.indexOf(id).stream().mapToObj(this::name).findFirst().orElse(id.value());
    }

    /** A text of a source or of the analysis, with the names and numbers of concealed victims replaced. */
    public String text(String text) {
        if (victims.size() == 0) {
            return text;
        }
        String concealed = pseudonyms.redact(text);
        return restored.isEmpty()
                ? concealed
                : PSEUDONYM.matcher(concealed).replaceAll(match -> Matcher.quoteReplacement(original(match.group())));
    }

    private String original(String pseudonym) {
        @Nullable String whole = restored.get(pseudonym);
        if (whole != null) {
            return whole;
        }
        int comma = pseudonym.indexOf(',');
        @Nullable String person = comma < 0 ? null : restored.get(pseudonym.substring(0, comma));
        return person == null ? pseudonym : person + pseudonym.substring(comma);
    }

    /** Whether an entity is a victim whose name is concealed. */
    public boolean conceals(int entity) {
        return victims.isVictim(entity) && !isRevealed(entity);
    }

    /** Whether any source calls an entity a victim. */
    public boolean isVictim(int entity) {
        return victims.isVictim(entity);
    }

    /** Whether anybody's name is concealed. */
    public boolean concealsAnybody() {
        return victims.entities().anyMatch(this::conceals);
    }

    /** How many victims there are. */
    public int victimCount() {
        return victims.size();
    }
}
