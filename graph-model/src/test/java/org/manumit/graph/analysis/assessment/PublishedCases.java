package org.manumit.graph.analysis.assessment;

/**
 * Published cases as case files, with invented names: facts only. Each says where it is told. Those whose author states
 * a class or shape are the calibrated ones; the others must come out uncertain.
 */
final class PublishedCases {

    private PublishedCases() {}

    /** 003, l. 4806-4809, 4949-4965, ch. 3: entrepreneurial, stated. */
    static final String TWO_MEN_AND_FIVE_DANCERS = """
            arnis: convicted, country=US
            boris: convicted, country=US
            v1: victim; v2: victim; v3: victim; v4: victim; v5: victim
            arnis, boris -recruits-> v1, v2, v3, v4, v5 {how=job offer, country=LV, from=1996}
            arnis, boris -moves LV to US-> v1, v2, v3, v4, v5 {means=air, entry=visa by fraud, from=1996}
            arnis, boris -exploits in US-> v1, v2, v3, v4, v5 {form=sexual, control=papers, earned=600, kept by victim=20}
            arnis -holds papers of-> v1
            """;

    /** 003, l. 4736-4743, 5040-5053, ch. 3: hybrid, stated; l. 16162-16171, ch. 10: hub, stated. */
    static final String SPONSOR_AND_THREE_RINGS = """
            nordlys: crime group, country=EE
            sula: crime group, country=EE
            hauler: company, country=EE
            ring one: small group, country=SE
            ring two: small group, country=SE
            ring three: small group, country=SE
            women: victim, count=30
            lev: suspect, country=EE
            lev -leader-> nordlys
            pim: suspect, country=SE; pim -leader-> ring one
            rui: suspect, country=SE; rui -leader-> ring two
            sig: suspect, country=SE; sig -leader-> ring three
            driver: suspect; driver -employee-> hauler
            nordlys -recruits-> women
            driver -moves EE to SE-> women {entry=forged papers}
            nordlys -papers-> women
            nordlys -hires-> hauler
            nordlys -pays protection-> sula
            ring one -exploits in SE-> women
            ring two -exploits in SE-> women
            ring three -exploits in SE-> women
            ring one -pays 10%-> nordlys {every=week}
            ring two -pays 10%-> nordlys {every=week}
            ring three -pays 10%-> nordlys {every=week}
            """;

    /** 003, l. 4989-4998, ch. 3: transnational, stated. */
    static final String CENTRE_BETWEEN_DEMAND_AND_SUPPLY = """
            bay group: crime group, country=US
            operators: suspect, count=>=6, country=US
            recruiters: suspect, count=several
            women: victim, count=many
            operators -tasks-> bay group
            bay group -tasks-> recruiters
            recruiters -recruits-> women {country=MY}
            operators -exploits in US-> women
            bay group is coordinator
            """;
}
