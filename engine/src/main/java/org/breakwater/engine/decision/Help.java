package org.breakwater.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.IdentityHashMap;
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
 * Who can help the person who reads a decision or a card.
 *
 * @param lang primary subtag of the reader's language; {@code und} fits every entry
 * @param region ISO 3166-1 alpha-2 country of the reader; empty fits only entries for everywhere
 * @param audiences what help is about; where empty, there is none
 * @param danger whether the reader is in danger now: rescue stands first
 */
public record Help(String lang, String region, Set<String> audiences, boolean danger) {
  /** How many are shown at most: who is afraid reads no list. */
  public static final int SHOWN_MAX = 6;

  /** How many ways out of a situation are offered where there are as many. */
  public static final int ROUTES_MIN = 2;

  private static final String MANY_LANGUAGES = "mul";

  public Help {
    region = region.toUpperCase(Locale.ROOT);
    audiences = Collections.unmodifiableSet(new TreeSet<>(audiences));
  }

  /** A way out of a situation. */
  private enum Route {
    SAFETY,
    ASYLUM,
    EXPLOITATION,
    FAMILY,
    CHILD,
    RETURN;

    private Set<String> audiences() {
      return switch (this) {
        case SAFETY -> Set.of("emergency", "sea_rescue");
        case ASYLUM -> Set.of("asylum", "smuggled");
        case EXPLOITATION -> Set.of("trafficking", "labour");
        case FAMILY -> Set.of("family_tracing");
        case CHILD -> Set.of("child");
        case RETURN -> Set.of("return");
      };
    }

    /** Offered to whoever was shown only one other; nobody is sent back unasked. */
    boolean isForEverybody() {
      return this != CHILD && this != RETURN;
    }

    boolean isTakenBy(Resource resource) {
      return resource.entry().audiences().stream().anyMatch(audiences()::contains);
    }
  }

  static Help of(String lang, String region, Set<Label> labels, boolean minor) {
    Set<String> audiences = new TreeSet<>();
    labels.forEach(label -> audiences.addAll(audiences(label)));
    if (minor) audiences.add("child");
    boolean danger = labels.contains(Label.IMMINENT_DANGER) || labels.contains(Label.EXTORTION);
    return new Help(lang, region, audiences, danger);
  }

  /** Entries that fit, of all policies, as {@link #from(Collection)}. */
  List<Resource> from(List<PolicyVersion> policies, Instant at) {
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    Map<String, Resource> found = new TreeMap<>();
    policies.stream()
        .sorted(Comparator.comparing(PolicyVersion::name))
        .flatMap(policy -> policy.directory().on(day).stream())
        .forEach(resource -> found.putIfAbsent(resource.id(), resource));
    return from(found.values());
  }

  /**
   * Those to show unasked, first to last: what helps here, in this language; then, where that is
   * one way out only, another one. Never law enforcement, nor who may share with immigration.
   */
  public List<Resource> from(Collection<Resource> current) {
    if (audiences.isEmpty()) return List.of();
    List<Resource> within = sorted(current.stream().filter(Resource::byDefault).toList());
    List<Resource> chosen = new ArrayList<>(within.stream().filter(this::isMeant).toList());
    for (Route route : Route.values()) {
      boolean enough = routes(chosen).size() >= ROUTES_MIN;
      if (enough || !route.isForEverybody() || routes(chosen).contains(route)) continue;
      within.stream().filter(route::isTakenBy).findFirst().ifPresent(chosen::add);
    }
    return shortened(sorted(chosen));
  }

  /**
   * Those about the same that are shown only to whoever asks for them, since they are of law
   * enforcement, which stands last, or may share with immigration authorities.
   */
  public List<Resource> onRequest(Collection<Resource> current) {
    return sorted(
        current.stream().filter(each -> !each.byDefault()).filter(this::isMeant).toList());
  }

  private List<Resource> sorted(List<Resource> some) {
    return some.stream().filter(this::isReadable).sorted(order()).toList();
  }

  /** Whether it serves the reader's country, and understands the reader. */
  private boolean isReadable(Resource resource) {
    List<String> regions = resource.entry().regions();
    List<String> languages = resource.languages();
    boolean here = regions.isEmpty() || regions.contains(region);
    return here && (languages.isEmpty() || lang.equals("und") || understands(languages));
  }

  private boolean understands(List<String> languages) {
    return languages.contains(lang) || languages.contains(MANY_LANGUAGES);
  }

  private boolean isMeant(Resource resource) {
    return resource.entry().audiences().stream().anyMatch(audiences::contains);
  }

  private Comparator<Resource> order() {
    return Comparator.<Resource, Boolean>comparing(each -> danger && !Route.SAFETY.isTakenBy(each))
        .thenComparing(each -> !isMeant(each))
        .thenComparing(Help::standing)
        .thenComparing(each -> each.entry().regions().isEmpty())
        .thenComparing(each -> !each.languages().contains(lang))
        .thenComparing(Resource::id);
  }

  /** Independent ones first, the state's after them, law enforcement last. */
  private static int standing(Resource resource) {
    return switch (resource.entry().operator()) {
      case NGO, IGO -> 0;
      case OTHER, GOVERNMENT -> 1;
      case LAW_ENFORCEMENT -> 2;
    };
  }

  private static Set<Route> routes(List<Resource> some) {
    Set<Route> routes = EnumSet.noneOf(Route.class);
    for (Route route : Route.values())
      if (some.stream().anyMatch(route::isTakenBy)) routes.add(route);
    return routes;
  }

  /** The first of each route, then the others, as many as are shown; in the order they had. */
  private static List<Resource> shortened(List<Resource> chosen) {
    if (chosen.size() <= SHOWN_MAX) return chosen;
    Set<Resource> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Route route : Route.values())
      chosen.stream().filter(route::isTakenBy).findFirst().ifPresent(kept::add);
    for (Resource each : chosen) if (kept.size() < SHOWN_MAX) kept.add(each);
    return chosen.stream().filter(kept::contains).toList();
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
