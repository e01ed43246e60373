package org.breakwater.engine.signal;

import java.util.List;

/**
 * Which frames take words away from the speaker, by what the words are a sign of. A question never
 * does: "want to cross? write me" is an offer.
 */
enum Governance {
  /** Subjects are what they are, whoever speaks of them. */
  SUBJECT,
  /** Advice is what is stated, not what is asked. */
  ADVICE,
  /** A cry for help is heard through quotation, warning and hearsay, not through news. */
  DANGER,
  /** Own experience is told also where others are warned or condemned. */
  STORY,
  /** "If someone knows a guide" asks. */
  REQUEST,
  /** Everything that is offered, sold, threatened or named as the speaker's own. */
  DEED;

  private static final List<Governance> BY_CONCEPT = byConcept();

  static Governance of(int concept) {
    return BY_CONCEPT.get(concept);
  }

  /** Whether a frame takes words of this kind away from the speaker. */
  boolean yieldsTo(Scope scope) {
    FrameKind frame = scope.kind();
    return switch (this) {
      case SUBJECT -> false;
      case ADVICE -> frame == FrameKind.QUESTION || frame == FrameKind.FICTION;
      case DANGER ->
          switch (frame) {
            case FICTION, LAW, HYPOTHETICAL, NEGATION -> true;
            case REPORTING -> !scope.hearsay();
            case WARNING, CONDEMNATION, QUOTATION, QUESTION -> false;
          };
      case STORY ->
          switch (frame) {
            case FICTION, HYPOTHETICAL, NEGATION -> true;
            case REPORTING, LAW, WARNING, CONDEMNATION, QUOTATION, QUESTION -> false;
          };
      case REQUEST -> frame != FrameKind.QUESTION && frame != FrameKind.HYPOTHETICAL;
      case DEED -> frame != FrameKind.QUESTION;
    };
  }

  private static List<Governance> byConcept() {
    return Concept.names().stream().map(Governance::ofName).toList();
  }

  private static Governance ofName(String name) {
    boolean declared = SignalCatalog.STANDARD.find(name).isPresent();
    if (!declared) return SUBJECT;
    Signal signal = SignalCatalog.STANDARD.at(SignalCatalog.STANDARD.slot(name));
    if (signal.origin() == Signal.Origin.SETTING) return SUBJECT;
    return switch (name) {
      case "survivor.account", "speaker.tells", "testimonial.success" -> STORY;
      case "speaker.seeks", "info.request", "reply.joins", "drugs.seek" -> REQUEST;
      case "speaker.in_danger", "ransom.received" -> DANGER;
      case "minor.present", "drugs.goods" -> SUBJECT;
      case "speaker.informs" -> ADVICE;
      default -> signal.group().equals("danger") ? DANGER : DEED;
    };
  }
}
