package org.breakwater.engine.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The class a clause gives to content (domain.md §2.9). Smuggling and trafficking are different
 * labels everywhere: smuggling is procured entry for benefit, trafficking is exploitation of a
 * person.
 */
public enum Label {
  OFFER(Family.SMUGGLING, false),
  FACILITATE(Family.SMUGGLING, false),
  DRIVER_RECRUITMENT(Family.SMUGGLING, false),
  DOCUMENT_FRAUD(Family.SMUGGLING, false),
  LE_EVASION(Family.SMUGGLING, false),
  SOLICIT(Family.SMUGGLING, true),
  INFO_REQUEST(Family.INFORMATION, true),
  CROSSING_INFO(Family.INFORMATION, true),
  ASYLUM_SAFETY(Family.INFORMATION, true),
  COUNTER_SPEECH(Family.INFORMATION, false),
  SURVIVOR_DISCLOSURE(Family.INFORMATION, true),
  SUCCESS_STORY(Family.INFORMATION, true),
  EXTORTION(Family.EXTORTION, false),
  IMMINENT_DANGER(Family.DANGER, true),
  TRAFFICKING(Family.TRAFFICKING, false),
  TRAFFICKING_SEXUAL(Family.TRAFFICKING, false),
  TRAFFICKING_LABOUR(Family.TRAFFICKING, false),
  TRAFFICKING_DOMESTIC_SERVITUDE(Family.TRAFFICKING, false),
  TRAFFICKING_FORCED_MARRIAGE(Family.TRAFFICKING, false),
  TRAFFICKING_CHILD_SALE(Family.TRAFFICKING, false),
  TRAFFICKING_ORGAN(Family.TRAFFICKING, false),
  TRAFFICKING_FORCED_CRIME(Family.TRAFFICKING, false),
  TRAFFICKING_CHILD_SOLDIER(Family.TRAFFICKING, false),
  TRAFFICKING_ORPHANAGE(Family.TRAFFICKING, false),
  UNCLEAR(Family.NONE, false),
  BENIGN(Family.NONE, false),
  DRUG_OFFER(Family.DRUGS, false),
  DRUG_SOLICIT(Family.DRUGS, false),
  DRUG_INFORMATION(Family.DRUGS, false);

  /** What the label is about; no clause may hold labels of two families. */
  public enum Family {
    SMUGGLING,
    TRAFFICKING,
    EXTORTION,
    DANGER,
    INFORMATION,
    DRUGS,
    NONE
  }

  private final Family family;
  private final boolean noRecord;

  Label(Family family, boolean noRecord) {
    this.family = family;
    this.noRecord = noRecord;
  }

  public Family family() {
    return family;
  }

  /** Whether nothing keyed by the author may ever be written for it (design.md §5). */
  public boolean isNoRecord() {
    return noRecord;
  }

  /** The lower-case word used in JSON and policies, for example {@code driver_recruitment}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The label with that word; empty when there is none. */
  public static Optional<Label> named(String word) {
    return Arrays.stream(values()).filter(label -> label.word().equals(word)).findFirst();
  }

  /** All words, in the order of the contract. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Label::word).toList();
  }
}
