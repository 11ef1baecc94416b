package org.manumit.app.feature.chart.render;

/**
 * What is worth drawing for how much is in view. Cytoscape switches labels off altogether at 200 entities in view, arrows
 * at 600 and goes coarse at 4,000 (cytoscape-manual, Rendering Engine); here the most prominent keep their labels however
 * many there are, and symbols lose parts by their size on screen rather than by number.
 *
 * @param labels how many entity labels may be placed, most prominent first
 * @param linkLabels whether links without emphasis are labelled
 * @param arrows whether links without emphasis have arrowheads
 * @param lineOpacity of links without emphasis, 0 to 1; many links fade so that the dense parts show
 * @param smooth whether links without emphasis are smoothed
 */
record LevelOfDetail(int labels, boolean linkLabels, boolean arrows, float lineOpacity, boolean smooth) {

    static LevelOfDetail of(Detail detail, int nodesInView, int linksInView, double zoom) {
        float opacity =
                linksInView <= 400 ? 1f : (float) Math.clamp(1.0 - 0.36 * Math.log10(linksInView / 400.0), 0.22, 1.0);
        return switch (detail) {
            case PRINT ->
                new LevelOfDetail(
                        nodesInView <= 400 ? nodesInView : 160,
                        linksInView <= 160,
                        linksInView <= 20_000,
                        opacity,
                        true);
            case SMOOTH ->
                new LevelOfDetail(
                        nodesInView <= 250 ? nodesInView : 120,
                        linksInView <= 90 && zoom >= 0.95,
                        linksInView <= 3000 && zoom > 0.22,
                        opacity,
                        true);
            case DRAFT -> new LevelOfDetail(nodesInView <= 250 ? 120 : 40, false, linksInView <= 400, opacity, false);
        };
    }
}
