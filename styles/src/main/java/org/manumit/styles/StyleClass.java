package org.manumit.styles;

import java.util.Locale;

/**
 * The names by which the stylesheets know the window's parts, so that a misspelt one does not compile. {@code
 * SUPPORT_BAR} is {@code .support-bar} in {@code components.css}.
 */
public enum StyleClass {
    APP_BAR,
    APP_TITLE,
    BAND,
    BODY,
    CAPTION,
    CARD,
    CARD_CLICKABLE,
    CHIP,
    CHIP_HANDLING,
    CHIP_VICTIM,
    CHOSEN,
    CORRECTABLE,
    DANGER,
    DOCUMENT_TEXT,
    DROP_TARGET,
    EMPTY_STATE,
    EVIDENCE_CARD,
    FACT_NAME,
    FACT_VALUE,
    FIGURES,
    FINDING,
    FINDING_LIKELY,
    FINDING_LOOKED,
    FINDING_SURE,
    FINDING_WEAK,
    HEADING,
    HOUR_CELL,
    HOUR_COUNT,
    HOUR_GRID,
    HOUR_SHADE,
    ICON_BUTTON,
    INLINE_LINK,
    ICON_CARD,
    ICON_LOGO,
    LINK_BUTTON,
    MONO,
    MUTED,
    NAV_TAB,
    NOTICE,
    NOTICE_ERROR,
    OVERLAY,
    PAGE,
    PANEL,
    PANEL_LEFT,
    PANEL_RIGHT,
    REASON,
    ROLE_BADGE,
    ROLE_BADGE_HOLLOW,
    SEARCH_POPUP,
    SECTION,
    SHEET_SCRIM,
    STATUS_BAR,
    SUBTITLE,
    SUPPORT_BAR,
    SUPPORT_BAR_FILL,
    SUPPORT_BAR_LEADING,
    TITLE,
    TOOLBAR,
    TOPICS,
    VERDICT_ANSWER,
    WARNING,
    WEIGHT_BAR,
    WEIGHT_BAR_FILL;

    /** The name in the stylesheet. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
