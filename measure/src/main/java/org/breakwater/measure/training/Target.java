package org.breakwater.measure.training;

import java.util.List;
import org.breakwater.engine.policy.Label;
import org.breakwater.measure.cases.CorpusText;
import org.breakwater.measure.cases.PolicyCase;
import org.breakwater.measure.evaluation.Duty;

/** The score that should be high for a text; empty when none should. */
public final class Target {
  /** Groups of a corpus that are about life, not about anything near the matter. */
  private static final List<String> ORDINARY = List.of("everyday.", "chatter.");

  private Target() {}

  /** A case whose only right outcome is to escalate is danger, whatever its label is called. */
  public static String of(PolicyCase one) {
    Label label = one.label();
    if (Duty.of(one.expected().in("2021-11")) == Duty.DANGER) return "score.danger";
    return label == null ? PointsFit.NONE : of(label);
  }

  public static String of(CorpusText one) {
    boolean isOrdinary = ORDINARY.stream().anyMatch(one.functionality()::startsWith);
    return isOrdinary ? "score.ordinary" : of(one.label());
  }

  private static String of(Label label) {
    return switch (label) {
      case OFFER, FACILITATE, DRIVER_RECRUITMENT, DOCUMENT_FRAUD, LE_EVASION -> "score.offer";
      case TRAFFICKING,
          TRAFFICKING_SEXUAL,
          TRAFFICKING_LABOUR,
          TRAFFICKING_DOMESTIC_SERVITUDE,
          TRAFFICKING_FORCED_MARRIAGE,
          TRAFFICKING_CHILD_SALE,
          TRAFFICKING_ORGAN,
          TRAFFICKING_FORCED_CRIME,
          TRAFFICKING_CHILD_SOLDIER,
          TRAFFICKING_ORPHANAGE ->
          "score.exploitation";
      case EXTORTION -> "score.extortion";
      case IMMINENT_DANGER -> "score.danger";
      case SOLICIT -> "score.ask";
      case COUNTER_SPEECH -> "score.counter";
      case INFO_REQUEST, CROSSING_INFO, ASYLUM_SAFETY -> "score.safety";
      case SURVIVOR_DISCLOSURE, SUCCESS_STORY -> "score.story";
      case UNCLEAR, BENIGN, DRUG_OFFER, DRUG_SOLICIT, DRUG_INFORMATION -> PointsFit.NONE;
    };
  }
}
