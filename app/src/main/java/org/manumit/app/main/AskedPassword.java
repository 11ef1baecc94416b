package org.manumit.app.main;

import java.io.Console;
import java.util.Optional;
import org.manumit.app.session.CaseOpener.Passwords;
import org.manumit.graph.store.neo4j.StoreAddress;

/** The password of a shared store: from the environment, otherwise asked for where somebody can answer. */
final class AskedPassword implements Passwords {

    @Override
    public Optional<String> of(StoreAddress address) {
        return Passwords.fromEnvironment().of(address).or(() -> Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("Password for %s: ", address.server())))
                .map(String::new));
    }
}
