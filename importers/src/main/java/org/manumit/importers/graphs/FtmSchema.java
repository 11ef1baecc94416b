package org.manumit.importers.graphs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.manumit.graph.EntityKind;

/**
 * What the schemas of the FollowTheMoney model mean here. Names after followthemoney.tech/explorer.
 *
 * <p>A schema is a thing of some kind, or says how two things stand to each other.
 */
final class FtmSchema {

    /**
     * A schema that ties two things.
     *
     * @param from properties that hold the one, the first that is filled counting
     * @param to properties that hold the other
     * @param kind the kind of tie, where the entity does not say
     */
    record Link(List<String> from, List<String> to, String kind) {}

    private static final Map<String, EntityKind> THINGS = Map.ofEntries(
            Map.entry("Person", EntityKind.PERSON),
            Map.entry("Company", EntityKind.ORGANISATION),
            Map.entry("Organization", EntityKind.ORGANISATION),
            Map.entry("PublicBody", EntityKind.ORGANISATION),
            Map.entry("UserAccount", EntityKind.PHONE),
            Map.entry("BankAccount", EntityKind.ACCOUNT),
            Map.entry("CryptoWallet", EntityKind.ACCOUNT),
            Map.entry("RealEstate", EntityKind.PREMISES),
            Map.entry("Address", EntityKind.PREMISES),
            Map.entry("Vehicle", EntityKind.VEHICLE),
            Map.entry("Vessel", EntityKind.VEHICLE),
            Map.entry("Airplane", EntityKind.VEHICLE),
            Map.entry("Passport", EntityKind.PAPER),
            Map.entry("Identification", EntityKind.PAPER),
            Map.entry("Event", EntityKind.EVENT),
            Map.entry("CourtCase", EntityKind.DOCUMENT),
            Map.entry("Document", EntityKind.DOCUMENT),
            Map.entry("PlainText", EntityKind.DOCUMENT),
            Map.entry("HyperText", EntityKind.DOCUMENT),
            Map.entry("Pages", EntityKind.DOCUMENT),
            Map.entry("Package", EntityKind.DOCUMENT),
            Map.entry("Folder", EntityKind.DOCUMENT),
            Map.entry("Image", EntityKind.DOCUMENT),
            Map.entry("Audio", EntityKind.DOCUMENT),
            Map.entry("Video", EntityKind.DOCUMENT),
            Map.entry("Table", EntityKind.DOCUMENT),
            Map.entry("Workbook", EntityKind.DOCUMENT),
            Map.entry("Article", EntityKind.DOCUMENT),
            Map.entry("Email", EntityKind.DOCUMENT));

    private static final Map<String, Link> LINKS = Map.ofEntries(
            link("Ownership", "owner", "asset", "owner"),
            link("Directorship", "director", "organization", "director"),
            link("Membership", "member", "organization", "member"),
            link("Employment", "employee", "employer", "employee"),
            link("Family", "person", "relative", "kin"),
            link("Associate", "person", "associate", "acquaintance"),
            link("Representation", "agent", "client", "represents"),
            link("Succession", "predecessor", "successor", "succeeded by"),
            link("UnknownLink", "subject", "object", ""),
            link("Debt", "debtor", "creditor", "owes"),
            link("Occupancy", "holder", "post", "holds the post"),
            link("ProjectParticipant", "participant", "project", "takes part"),
            link("CourtCaseParty", "party", "case", "party to the case"),
            link("ContractAward", "supplier", "contract", "was awarded"),
            link("EconomicActivity", "company", "contract", "trades"),
            link("Similar", "candidate", "match", "may be the same as"),
            Map.entry(
                    "Payment",
                    new Link(List.of("payer", "payerAccount"), List.of("beneficiary", "beneficiaryAccount"), "pays")));

    private FtmSchema() {}

    private static Map.Entry<String, Link> link(String schema, String from, String to, String kind) {
        return Map.entry(schema, new Link(List.of(from), List.of(to), kind));
    }

    /** What kind of thing an entity is; empty where it is none, or a schema nobody knows. */
    static Optional<EntityKind> thing(FtmEntity entity) {
        return switch (entity.schema()) {
            case "LegalEntity" ->
                Optional.of(
                        entity.first("registrationNumber", "incorporationDate", "legalForm", "jurisdiction")
                                        .isEmpty()
                                ? EntityKind.PERSON
                                : EntityKind.ORGANISATION);
            case "UserAccount" ->
                Optional.of(
                        switch (entity.first("service")) {
                            case "handset (IMEI)" -> EntityKind.HANDSET;
                            case "SIM card (IMSI)" -> EntityKind.SIM;
                            default -> EntityKind.PHONE;
                        });
            case "Address" ->
                Optional.of(entity.id().startsWith("cellsite:") ? EntityKind.CELL_SITE : EntityKind.PREMISES);
            case "Document" -> Optional.of(entity.id().startsWith("advert:") ? EntityKind.ADVERT : EntityKind.DOCUMENT);
            default -> Optional.ofNullable(THINGS.get(entity.schema()));
        };
    }

    /** How an entity ties two others; empty where it does not. */
    static Optional<Link> link(FtmEntity entity) {
        return Optional.ofNullable(LINKS.get(entity.schema()));
    }
}
