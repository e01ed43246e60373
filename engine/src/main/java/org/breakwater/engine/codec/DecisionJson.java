package org.breakwater.engine.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import org.breakwater.engine.Verdict;
import org.breakwater.engine.decision.Decision;
import org.breakwater.engine.decision.Decision.Evidence;
import org.breakwater.engine.decision.Decision.PolicyRef;
import org.breakwater.engine.enforcement.PlannedAction;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.text.Span;

/**
 * Writes a decision as one line of JSON: always the same members in the same order, so that equal
 * decisions are equal bytes.
 */
public final class DecisionJson {
  private DecisionJson() {}

  /** The JSON without a line end. */
  public static String text(Verdict verdict) {
    return JsonText.of(json -> write(json, verdict));
  }

  /** The JSON as UTF-8, without a line end. */
  public static byte[] bytes(Verdict verdict) {
    return text(verdict).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Appends the JSON, without a line end.
   *
   * @throws IOException if {@code out} fails
   */
  public static void write(Verdict verdict, Appendable out) throws IOException {
    out.append(text(verdict));
  }

  static void write(JsonGenerator json, Verdict verdict) throws IOException {
    Decision decision = verdict.decision();
    json.writeStartObject();
    json.writeStringField("id", decision.id());
    json.writeNumberField("revision", decision.revision());
    json.writeStringField("outcome", decision.outcome().word());
    json.writeStringField("label", decision.label().word());
    JsonText.words(json, "labels", decision.labels().stream().map(Label::word).toList());
    json.writeNullField("confidence"); // until a calibrated model is loaded
    json.writeBooleanField("urgent", decision.urgent());
    json.writeStringField("lang", decision.lang());
    policies(json, decision.policies());
    JsonText.words(json, "clauses", decision.clauses());
    JsonText.words(json, "protected", decision.protectedClauses());
    actions(json, verdict.actions());
    resources(json, decision.resources());
    evidence(json, decision.evidence());
    JsonText.words(json, "unknown", decision.unknown());
    json.writeStringField("reason", decision.reason());
    json.writeStringField("reasonLang", decision.reasonLang());
    json.writeEndObject();
  }

  private static void policies(JsonGenerator json, List<PolicyRef> policies) throws IOException {
    json.writeArrayFieldStart("policies");
    for (PolicyRef policy : policies) {
      json.writeStartObject();
      json.writeStringField("policy", policy.policy());
      json.writeStringField("pack", policy.pack());
      if (policy.overlay().isEmpty()) json.writeNullField("overlay");
      else json.writeStringField("overlay", policy.overlay());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void actions(JsonGenerator json, List<PlannedAction> actions) throws IOException {
    json.writeArrayFieldStart("actions");
    for (PlannedAction action : actions) {
      json.writeStartObject();
      json.writeStringField("action", action.action().word());
      json.writeStringField("scope", action.scope().word());
      duration(json, action.duration());
      json.writeBooleanField("needsConfirmation", action.needsConfirmation());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void duration(JsonGenerator json, Period duration) throws IOException {
    if (duration.isZero()) json.writeNullField("duration");
    else json.writeStringField("duration", duration.toString());
  }

  private static void resources(JsonGenerator json, List<Resource> resources) throws IOException {
    json.writeArrayFieldStart("resources");
    for (Resource resource : resources) {
      json.writeStartObject();
      json.writeStringField("id", resource.id());
      json.writeStringField("name", resource.name());
      JsonText.words(json, "channels", resource.channels());
      JsonText.words(json, "languages", resource.languages());
      json.writeStringField("verifiedAt", resource.verifiedAt().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, List<Evidence> evidence) throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Evidence piece : evidence) {
      json.writeStartObject();
      json.writeStringField("clause", piece.clause());
      json.writeStringField("signal", piece.signal());
      span(json, piece.span());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Writes a span's three members into the open object. */
  static void span(JsonGenerator json, Span span) throws IOException {
    json.writeStringField("field", span.field());
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }
}
