package org.manumit.app.feature.releasing;

import org.manumit.app.brief.CaseOutput.Product;
import org.manumit.app.release.Naming;

/** What can be written, and as what kind of file. */
public enum OutputForm {
    BRIEF_WORD(Product.BRIEF, ".docx"),
    BRIEF_PDF(Product.BRIEF, ".pdf"),
    TABLES(Product.EXPORT, ".xlsx"),
    TIES(Product.EXPORT, ".csv"),
    I2_CHART(Product.EXPORT, ".anx"),
    CHART_PDF(Product.EXPORT, ".pdf"),
    CHART_SVG(Product.EXPORT, ".svg"),
    CHART_PNG(Product.EXPORT, ".png"),
    GRAPHML(Product.EXPORT, ".graphml"),
    GEXF(Product.EXPORT, ".gexf"),
    FOLLOW_THE_MONEY(Product.EXPORT, ".ftm.json");

    private final Product product;
    private final String ending;

    OutputForm(Product product, String ending) {
        this.product = product;
        this.ending = ending;
    }

    /** Whether it is for people or for other programs. */
    public Product product() {
        return product;
    }

    /** What the file's name ends with. */
    public String ending() {
        return ending;
    }

    /** Whether such a file may give names like that: a brief never names victims. */
    public boolean allows(Naming naming) {
        return product == Product.EXPORT || naming != Naming.EVERYBODY_NAMED;
    }
}
