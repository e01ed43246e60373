package org.breakwater.engine.policy.text;

/** The headings of a policy shown to people, in the languages policies are written in. */
public enum PolicyWord {
  PROHIBITED("WHAT IS PROHIBITED", "LO QUE ESTÁ PROHIBIDO"),
  NEEDS_CONTEXT("WHAT A PERSON LOOKS AT FIRST", "LO QUE UNA PERSONA MIRA PRIMERO"),
  ALLOWED("WHAT IS ALLOWED OR PROTECTED", "LO QUE ESTÁ PERMITIDO O PROTEGIDO"),
  WHEN("when", "cuando"),
  CERTAIN("machine acts when", "la máquina actúa cuando"),
  OUTCOME("outcome", "resultado"),
  ACTIONS("actions", "medidas"),
  STRIKES("strikes", "faltas"),
  RIGHT("right", "derecho"),
  SOURCE("source", "fuente"),
  SEVERITY("severity", "gravedad"),
  LABEL("label", "etiqueta"),
  STANCE("stance", "postura"),
  RATIONALE("why", "por qué"),
  HOLDS("holds for", "vale para"),
  NEAR("not for", "no para");

  private final String english;
  private final String spanish;

  PolicyWord(String english, String spanish) {
    this.english = english;
    this.spanish = spanish;
  }

  /**
   * The heading.
   *
   * @param lang English for all but {@code es}
   */
  public String in(String lang) {
    return lang.equals("es") ? spanish : english;
  }
}
