package org.manumit.app.feature.measures;

import java.util.List;

/** A figure of the table. */
enum MeasureColumn {
    NAME,
    KIND,
    ROLES,
    CONTACTS,
    BETWEENNESS,
    OFF_BY,
    CLOSENESS,
    EIGENVECTOR,
    RANK,
    CORE,
    CUT_POINT,
    COMMUNITY,
    IN,
    OUT,
    RECORDS_IN,
    RECORDS_OUT,
    REACHES,
    REACHED,
    CORE_IN,
    CORE_OUT,
    PART;

    /** Those of ties that run neither way, all exact. */
    static final List<MeasureColumn> EXACT =
            List.of(NAME, ROLES, CONTACTS, BETWEENNESS, CLOSENESS, EIGENVECTOR, RANK, CORE, CUT_POINT, COMMUNITY, KIND);

    /** The same with an estimated betweenness. */
    static final List<MeasureColumn> ESTIMATED = List.of(
            NAME, ROLES, CONTACTS, BETWEENNESS, OFF_BY, CLOSENESS, EIGENVECTOR, RANK, CORE, CUT_POINT, COMMUNITY, KIND);

    /** Those of ties by their direction or weight. */
    static final List<MeasureColumn> BY_DIRECTION = List.of(
            NAME,
            ROLES,
            IN,
            OUT,
            RECORDS_IN,
            RECORDS_OUT,
            BETWEENNESS,
            REACHES,
            REACHED,
            EIGENVECTOR,
            RANK,
            CORE_IN,
            CORE_OUT,
            CUT_POINT,
            COMMUNITY,
            PART,
            KIND);
}
