package org.manumit.styles;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The window's icons by what they mean, so that one meaning has one picture. */
public enum Icon {
    MANUMIT(MaterialDesignL.LINK_VARIANT_OFF),
    CASE_OPEN(MaterialDesignF.FOLDER_OPEN_OUTLINE),
    CASE_NEW(MaterialDesignF.FOLDER_PLUS_OUTLINE),
    CASE_RECENT(MaterialDesignH.HISTORY),
    EXAMPLE(MaterialDesignS.SCHOOL_OUTLINE),
    IMPORT(MaterialDesignF.FILE_IMPORT_OUTLINE),
    DROP(MaterialDesignT.TRAY_ARROW_DOWN),
    BRIEF(MaterialDesignF.FILE_DOCUMENT_OUTLINE),
    SEARCH(MaterialDesignM.MAGNIFY),
    FILTER(MaterialDesignF.FILTER_OUTLINE),
    UNDO(MaterialDesignU.UNDO),
    REDO(MaterialDesignR.REDO),
    CLOSE(MaterialDesignC.CLOSE),
    BACK(MaterialDesignA.ARROW_LEFT),
    HELP(MaterialDesignK.KEYBOARD_OUTLINE),
    THEME(MaterialDesignT.THEME_LIGHT_DARK),
    REVEAL(MaterialDesignE.EYE_OUTLINE),
    CONCEAL(MaterialDesignE.EYE_OFF_OUTLINE),
    VICTIM(MaterialDesignS.SHIELD_ACCOUNT_OUTLINE),
    CHART(MaterialDesignG.GRAPH_OUTLINE),
    VERDICT(MaterialDesignS.SCALE_BALANCE),
    WHAT_IF(MaterialDesignS.SCISSORS_CUTTING),
    PATHS(MaterialDesignM.MAP_MARKER_PATH),
    MEASURES(MaterialDesignS.SORT_NUMERIC_DESCENDING),
    TABLES(MaterialDesignT.TABLE),
    SOURCES(MaterialDesignF.FILE_TREE_OUTLINE),
    LIST_PANEL(MaterialDesignD.DOCK_LEFT),
    DETAILS_PANEL(MaterialDesignD.DOCK_RIGHT),
    CASE_SHARED(MaterialDesignS.SERVER_NETWORK),
    CONFIRM(MaterialDesignC.CHECK),
    OVERRULE(MaterialDesignG.GAVEL),
    SAVE(MaterialDesignC.CONTENT_SAVE_OUTLINE),
    FOLDER(MaterialDesignF.FOLDER_OUTLINE),
    NETWORK(MaterialDesignL.LAN),
    PERSON(MaterialDesignA.ACCOUNT),
    ORGANISATION(MaterialDesignO.OFFICE_BUILDING),
    PHONE(MaterialDesignC.CELLPHONE),
    ACCOUNT(MaterialDesignB.BANK),
    PREMISES(MaterialDesignH.HOME_OUTLINE),
    VEHICLE(MaterialDesignC.CAR),
    PAPER(MaterialDesignP.PASSPORT),
    ADVERT(MaterialDesignB.BULLHORN_OUTLINE),
    CELL_SITE(MaterialDesignA.ANTENNA),
    DOCUMENT(MaterialDesignF.FILE_DOCUMENT_OUTLINE),
    EVENT(MaterialDesignC.CALENDAR_ALERT),
    SIM(MaterialDesignS.SIM_OUTLINE),
    CALLS(MaterialDesignP.PHONE_OUTLINE),
    TRANSFERS(MaterialDesignC.CASH),
    LINK(MaterialDesignL.LINK_VARIANT),
    EVIDENCE(MaterialDesignT.TEXT_BOX_SEARCH_OUTLINE),
    REASON_FOR(MaterialDesignP.PLUS_CIRCLE_OUTLINE),
    REASON_AGAINST(MaterialDesignM.MINUS_CIRCLE_OUTLINE),
    MISSING(MaterialDesignH.HELP_CIRCLE_OUTLINE),
    CRITICAL(MaterialDesignT.TARGET),
    ACCEPTED(MaterialDesignC.CHECK_CIRCLE_OUTLINE),
    REJECTED(MaterialDesignC.CLOSE_OCTAGON_OUTLINE),
    WARNING(MaterialDesignA.ALERT_OUTLINE),
    NOTE(MaterialDesignI.INFORMATION_OUTLINE),
    CORRECTED(MaterialDesignP.PENCIL_OUTLINE),
    DATABASE(MaterialDesignD.DATABASE_OUTLINE),
    COPY(MaterialDesignC.CONTENT_COPY),
    REMOVE(MaterialDesignD.DELETE_OUTLINE);

    @SuppressWarnings("ImmutableEnumChecker") // glyphs are enum constants
    private final Ikon ikon;

    Icon(Ikon ikon) {
        this.ikon = ikon;
    }

    /** The glyph. */
    public Ikon ikon() {
        return ikon;
    }
}
