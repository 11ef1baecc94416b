package org.manumit.importers.resolve;

import java.util.Set;

/** Words that are shortened with a full stop in addresses, dates and titles; folded. */
final class Abbreviations {

    static final Set<String> WORDS = Set.of(
            "str", "reg", "rej", "nr", "no", "bl", "ap", "sc", "et", "jud", "com", "loc", "bd", "bdul", "sos", "dl",
            "dna", "tel", "mob", "fax", "hr", "fr", "dr", "ing", "prof", "mr", "mrs", "ms", "st", "ave", "rd", "sig",
            "dott", "avv", "via", "ul", "al", "pl", "os", "gen", "kpt", "p", "pan", "tl", "ca", "bzw", "usw", "geb",
            "abs", "inh", "gmbh", "sr", "sra", "avda", "av", "bvd", "bld", "nadr", "im", "tzw", "np", "m", "mme",
            "mlle", "op", "cit", "art", "lit", "alin", "pag", "pp", "vol", "cf", "vs", "approx", "ref", "exp", "dep",
            "insp", "sgt", "det", "ofc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "okt",
            "nov", "dec", "dez", "gr", "ut", "u", "ter", "ker", "kb", "szam", "sz", "hsz", "oz", "pr", "tj", "atd",
            "vozd", "bul", "zh", "k", "obl");

    private Abbreviations() {}
}
