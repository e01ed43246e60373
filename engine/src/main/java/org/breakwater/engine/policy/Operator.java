package org.breakwater.engine.policy;

/** Who runs a place to get help, from the one shown first to the one shown last. */
public enum Operator {
  NGO,
  /** Between governments, such as UNHCR, IOM and the Red Cross. */
  IGO,
  /** None of the others, or not known. */
  OTHER,
  GOVERNMENT,
  /** Never shown by default. */
  LAW_ENFORCEMENT
}
