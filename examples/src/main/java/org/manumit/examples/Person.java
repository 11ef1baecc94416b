package org.manumit.examples;

import java.util.ArrayList;
import java.util.List;

/** Somebody of an invented case. */
final class Person {
    final String id;
    final String name;
    final Country home;
    final Country lives;
    String status = "";
    String aliases = "";
    String born = "";
    String occupation = "";
    /** Whether the case workbook knows of them. */
    boolean known = true;

    final List<Phone> phones = new ArrayList<>();

    Person(String id, String name, Country home, Country lives) {
        this.id = id;
        this.name = name;
        this.home = home;
        this.lives = lives;
    }

    /** The number used at a second of the case. */
    Phone phoneAt(long second) {
        for (Phone phone : phones) {
            if (second >= phone.from && second < phone.to) {
                return phone;
            }
        }
        return phones.get(phones.size() - 1);
    }

    /** A telephone number in somebody's hands for a time. */
    static final class Phone {
        final String number;
        final String imei;
        final long from;
        final long to;

        Phone(String number, String imei, long from, long to) {
            this.number = number;
            this.imei = imei;
            this.from = from;
            this.to = to;
        }
    }
}
