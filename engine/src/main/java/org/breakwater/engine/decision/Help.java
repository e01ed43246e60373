package org.breakwater.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.PolicyVersion;
import org.breakwater.engine.policy.Resource;

/**
 * Who can help the person who reads a decision.
 *
 * @param lang primary subtag of the reader's language; {@code und} fits every entry
 * @param region ISO 3166-1 alpha-2 country of the reader; empty fits only entries for everywhere
 * @param audiences what help is about
 * @param day the day of judgement, in UTC
 */
record Help(String lang, String region, Set<String> audiences, LocalDate day) {

  static Help of(String lang, String region, Set<Label> labels, boolean minor, Instant at) {
    Set<String> audiences = new TreeSet<>();
    labels.forEach(label -> audiences.addAll(audiences(label)));
    if (minor) audiences.add("child");
    return new Help(
        lang, region.toUpperCase(Locale.ROOT), audiences, LocalDate.ofInstant(at, ZoneOffset.UTC));
  }

  /** Entries that fit, of all policies, once each, sorted by id. */
  List<Resource> from(List<PolicyVersion> policies) {
    Map<String, Resource> found = new TreeMap<>();
    policies.stream()
        .sorted(Comparator.comparing(PolicyVersion::name))
        .flatMap(policy -> policy.resources().stream())
        .filter(this::fits)
        .forEach(resource -> found.putIfAbsent(resource.id(), resource));
    return List.copyOf(found.values());
  }

  private boolean fits(Resource resource) {
    return resource.byDefault()
        && resource.isCurrent(day)
        && (resource.regions().isEmpty() || resource.regions().contains(region))
        && (resource.languages().isEmpty()
            || lang.equals("und")
            || resource.languages().contains(lang))
        && resource.audiences().stream().anyMatch(audiences::contains);
  }

  private static Set<String> audiences(Label label) {
    return switch (label) {
      case OFFER, FACILITATE, DOCUMENT_FRAUD, LE_EVASION -> Set.of("smuggled");
      case DRIVER_RECRUITMENT -> Set.of("smuggled", "labour");
      case SOLICIT, INFO_REQUEST, CROSSING_INFO, SUCCESS_STORY, UNCLEAR ->
          Set.of("smuggled", "asylum");
      case ASYLUM_SAFETY -> Set.of("asylum");
      case COUNTER_SPEECH -> Set.of("smuggled", "trafficking");
      case SURVIVOR_DISCLOSURE -> Set.of("trafficking", "labour", "return");
      case EXTORTION -> Set.of("emergency", "smuggled", "family_tracing");
      case IMMINENT_DANGER -> Set.of("emergency", "sea_rescue", "family_tracing");
      case TRAFFICKING, TRAFFICKING_SEXUAL, TRAFFICKING_FORCED_MARRIAGE, TRAFFICKING_ORGAN ->
          Set.of("trafficking");
      case TRAFFICKING_LABOUR, TRAFFICKING_DOMESTIC_SERVITUDE, TRAFFICKING_FORCED_CRIME ->
          Set.of("trafficking", "labour");
      case TRAFFICKING_CHILD_SALE, TRAFFICKING_CHILD_SOLDIER, TRAFFICKING_ORPHANAGE ->
          Set.of("trafficking", "child");
      case BENIGN, DRUG_OFFER, DRUG_SOLICIT, DRUG_INFORMATION -> Set.of();
    };
  }
}
