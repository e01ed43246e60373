package org.breakwater.engine.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.breakwater.engine.Trace;
import org.breakwater.engine.decision.Opinion;
import org.breakwater.engine.signal.Frame;
import org.breakwater.engine.signal.Observation;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;
import org.breakwater.engine.signal.Truth;
import org.breakwater.engine.text.Span;

/**
 * Writes a trace as one line of JSON: the decision, what was observed under each policy, and what
 * each clause made of it.
 */
public final class ExplanationJson {
  private static final int DECIMALS = 4;

  private ExplanationJson() {}

  /** The JSON without a line end. */
  public static String text(Trace trace) {
    return JsonText.of(json -> write(json, trace));
  }

  private static void write(JsonGenerator json, Trace trace) throws IOException {
    json.writeStartObject();
    json.writeFieldName("decision");
    DecisionJson.write(json, trace.verdict());
    json.writeArrayFieldStart("observed");
    for (Trace.Observed observed : trace.observed()) observed(json, observed);
    json.writeEndArray();
    json.writeArrayFieldStart("clauses");
    for (Opinion opinion : trace.opinions()) opinion(json, opinion);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void observed(JsonGenerator json, Trace.Observed observed) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", observed.policy());
    json.writeStringField("lang", observed.observation().lang());
    json.writeArrayFieldStart("signals");
    for (int slot = 0; slot < SignalCatalog.STANDARD.size(); slot++) {
      signal(json, slot, observed.observation());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("frames");
    for (Frame frame : observed.observation().frames()) frame(json, frame);
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes a signal that is not false; a reader takes every other one for looked at and absent. */
  private static void signal(JsonGenerator json, int slot, Observation seen) throws IOException {
    Signal signal = SignalCatalog.STANDARD.at(slot);
    boolean absent = signal.type() == Signal.Type.FLAG && seen.flag(slot) == Truth.FALSE;
    if (absent) return;
    json.writeStartObject();
    json.writeStringField("signal", signal.name());
    json.writeFieldName("value");
    value(json, signal, slot, seen);
    spans(json, seen.evidence(slot));
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Signal signal, int slot, Observation seen)
      throws IOException {
    switch (signal.type()) {
      case FLAG -> truth(json, seen.flag(slot));
      case NUMBER -> number(json, seen.number(slot));
      case TEXT -> json.writeString(seen.text(slot)); // null where unknown
    }
  }

  private static void truth(JsonGenerator json, Truth truth) throws IOException {
    switch (truth) {
      case TRUE -> json.writeBoolean(true);
      case FALSE -> json.writeBoolean(false);
      case UNKNOWN -> json.writeNull();
    }
  }

  private static void number(JsonGenerator json, double number) throws IOException {
    if (!Double.isFinite(number)) {
      json.writeNull();
      return;
    }
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    json.writeNumber(rounded.stripTrailingZeros().toPlainString());
  }

  private static void frame(JsonGenerator json, Frame frame) throws IOException {
    json.writeStartObject();
    json.writeStringField("frame", frame.kind().word());
    span(json, "cue", frame.cue());
    span(json, "scope", frame.scope());
    json.writeEndObject();
  }

  private static void opinion(JsonGenerator json, Opinion opinion) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", opinion.policy());
    json.writeStringField("clause", opinion.clause().id());
    json.writeStringField("standing", opinion.standing().word());
    json.writeStringField("why", opinion.why());
    condition(json, "when", opinion.when(), opinion.whenTests());
    condition(json, "certain", opinion.certain(), opinion.certainTests());
    json.writeEndObject();
  }

  private static void condition(
      JsonGenerator json, String member, Truth truth, List<Opinion.Test> tests) throws IOException {
    json.writeObjectFieldStart(member);
    json.writeFieldName("truth");
    truth(json, truth);
    json.writeArrayFieldStart("tests");
    for (Opinion.Test test : tests) {
      json.writeStartObject();
      json.writeStringField("test", test.text());
      json.writeFieldName("truth");
      truth(json, test.truth());
      spans(json, test.seen());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void spans(JsonGenerator json, List<Span> spans) throws IOException {
    json.writeArrayFieldStart("evidence");
    for (Span span : spans) {
      json.writeStartObject();
      DecisionJson.span(json, span);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void span(JsonGenerator json, String member, Span span) throws IOException {
    json.writeObjectFieldStart(member);
    DecisionJson.span(json, span);
    json.writeEndObject();
  }
}
