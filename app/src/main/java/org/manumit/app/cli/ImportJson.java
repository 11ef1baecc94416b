package org.manumit.app.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.manumit.app.session.ImportReport;
import org.manumit.graph.EntityKind;
import org.manumit.graph.ImportIssue;

/** Writes what became of files as {@code manumit-import/1}. */
final class ImportJson {

    static final String SCHEMA = "manumit-import/1";

    private ImportJson() {}

    static void write(List<ImportReport> reports, Map<Path, String> failures, OutputStream out) throws IOException {
        JsonMapper mapper = new JsonMapper();
        try (JsonGenerator json = mapper.getFactory().createGenerator(out, JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            json.writeArrayFieldStart("files");
            for (ImportReport report : reports) {
                file(report, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("failures");
            for (Map.Entry<Path, String> failure : failures.entrySet()) {
                json.writeStartObject();
                json.writeStringField("path", failure.getKey().toString());
                json.writeStringField("message", failure.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void file(ImportReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", report.path().toString());
        json.writeStringField("sha256", report.id().sha256());
        json.writeStringField("kind", report.kind());
        json.writeStringField("profile", report.profile());
        json.writeNumberField("seconds", report.took().toMillis() / 1000.0);
        json.writeStringField("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("rowsRead", report.rowsRead());
        json.writeNumberField("rowsAccepted", report.rowsAccepted());
        json.writeNumberField("rowsRejected", report.rowsRejected());
        json.writeNumberField("rowsDuplicate", report.rowsDuplicate());
        json.writeArrayFieldStart("issues");
        for (ImportIssue issue : report.issues()) {
            issue(issue, json);
        }
        json.writeEndArray();
        json.writeNumberField("claims", report.claims());
        json.writeObjectFieldStart("entities");
        for (EntityKind kind : EntityKind.values()) {
            json.writeNumberField(kind.label(), report.entities().getOrDefault(kind, 0));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void issue(ImportIssue issue, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
        if (issue.line() > 0) {
            json.writeNumberField("line", issue.line());
        } else {
            json.writeNullField("line");
        }
        textOrNull("sheet", issue.sheet(), json);
        textOrNull("column", issue.column(), json);
        json.writeStringField("found", issue.found());
        json.writeStringField("expected", issue.expected());
        json.writeStringField("message", issue.message());
        json.writeEndObject();
    }

    private static void textOrNull(String name, String text, JsonGenerator json) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, text);
        }
    }
}
