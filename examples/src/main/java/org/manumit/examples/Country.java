package org.manumit.examples;

import java.time.ZoneId;
import java.util.List;

/**
 * A country of an invented case. Its telephone numbers come, as far as there are any, from ranges that its regulator
 * keeps free for films and books; the Romanian ones from a prefix that is given to nobody. So no number of a generated
 * case belongs to a real person.
 */
enum Country {
    GB("GB", "44", "7700900", 3, "Europe/London", "GBP"),
    FR("FR", "33", "63998", 4, "Europe/Paris", "EUR"),
    DE("DE", "49", "3023125", 3, "Europe/Berlin", "EUR"),
    RO("RO", "40", "798", 6, "Europe/Bucharest", "RON");

    private final String code;
    private final String callingCode;
    private final String prefix;
    private final int digits;
    private final ZoneId zone;
    private final String currency;

    Country(String code, String callingCode, String prefix, int digits, String zone, String currency) {
        this.code = code;
        this.callingCode = callingCode;
        this.prefix = prefix;
        this.digits = digits;
        this.zone = ZoneId.of(zone);
        this.currency = currency;
    }

    String code() {
        return code;
    }

    ZoneId zone() {
        return zone;
    }

    String currency() {
        return currency;
    }

    /** How many numbers can be given out. */
    int numbers() {
        return (int) Math.pow(10, digits);
    }

    /** The n-th number, in E.164. */
    String number(int n) {
        return "+" + callingCode + prefix + String.format("%0" + digits + "d", n);
    }

    /** A number as somebody in this country would dial it. */
    String dialled(String e164) {
        return e164.startsWith("+" + callingCode)
                ? "0" + e164.substring(1 + callingCode.length())
                : "00" + e164.substring(1);
    }

    List<String> firstNames() {
        return switch (this) {
            case GB ->
                List.of(
                        "Alison", "Barry", "Carol", "Derek", "Elaine", "Frank", "Gillian", "Howard", "Irene", "Jason",
                        "Keith", "Lorna", "Martin", "Nadine", "Oscar", "Pauline", "Ralph", "Sheila", "Trevor", "Wendy");
            case FR ->
                List.of(
                        "Alain",
                        "Brigitte",
                        "Cédric",
                        "Delphine",
                        "Étienne",
                        "Florence",
                        "Gaëlle",
                        "Hervé",
                        "Inès",
                        "Jérôme",
                        "Karine",
                        "Ludovic",
                        "Maëlle",
                        "Noël",
                        "Odile",
                        "Pascal",
                        "Rémi",
                        "Solène",
                        "Thierry",
                        "Yvette");
            case DE ->
                List.of(
                        "Anke",
                        "Bernd",
                        "Cornelia",
                        "Detlef",
                        "Elke",
                        "Falk",
                        "Gerd",
                        "Heike",
                        "Ingo",
                        "Jörg",
                        "Katrin",
                        "Lutz",
                        "Maren",
                        "Norbert",
                        "Olaf",
                        "Petra",
                        "Rüdiger",
                        "Silke",
                        "Torsten",
                        "Ute");
            case RO ->
                List.of(
                        "Adela",
                        "Bogdan",
                        "Corina",
                        "Dorin",
                        "Eliza",
                        "Florin",
                        "Georgeta",
                        "Horia",
                        "Ilinca",
                        "Liviu",
                        "Mirela",
                        "Nelu",
                        "Oana",
                        "Petru",
                        "Raluca",
                        "Sorin",
                        "Tudor",
                        "Viorica",
                        "Zamfir",
                        "Iulian");
        };
    }

    List<String> lastNames() {
        return switch (this) {
            case GB ->
                List.of(
                        "Ashdown",
                        "Birtles",
                        "Cawthorne",
                        "Dunmore",
                        "Elphick",
                        "Fennimore",
                        "Garside",
                        "Hollins",
                        "Inskip",
                        "Jessop",
                        "Kettlewell",
                        "Lumsden",
                        "Mossman",
                        "Netherby",
                        "Ollerton",
                        "Pickersgill",
                        "Rushworth",
                        "Stainforth",
                        "Thackray",
                        "Wadsworth");
            case FR ->
                List.of(
                        "Aubertin",
                        "Barrault",
                        "Chastagnier",
                        "Delorbe",
                        "Escoffre",
                        "Fauvel",
                        "Grandclément",
                        "Hautecoeur",
                        "Jouvenel",
                        "Lachaume",
                        "Marchepied",
                        "Nivernais",
                        "Oudinot",
                        "Peyrefosse",
                        "Quillard",
                        "Roquebrun",
                        "Sauveterre",
                        "Tourneval",
                        "Vaucler",
                        "Ysambert");
            case DE ->
                List.of(
                        "Achterberg",
                        "Brinkhoff",
                        "Dornseif",
                        "Ellerbrock",
                        "Fahrenholz",
                        "Grotjahn",
                        "Hasselmann",
                        "Isenbüttel",
                        "Kronshage",
                        "Lüdersen",
                        "Mühlhoff",
                        "Niebuhr",
                        "Osterloh",
                        "Piepenbrink",
                        "Quante",
                        "Rickmers",
                        "Stührk",
                        "Tiedjen",
                        "Uhlhorn",
                        "Wübben");
            case RO ->
                List.of(
                        "Arghirescu",
                        "Brădeanu",
                        "Cosmulei",
                        "Drăghilă",
                        "Enăchioiu",
                        "Făgărășel",
                        "Grigoruș",
                        "Hăulică",
                        "Ilioaia",
                        "Jderoiu",
                        "Lupescaru",
                        "Mălureanca",
                        "Nistoroiu",
                        "Olteneanca",
                        "Pădurețu",
                        "Răzvănel",
                        "Stănciuloiu",
                        "Țurcănel",
                        "Ursărescu",
                        "Vlăducioiu");
        };
    }
}
