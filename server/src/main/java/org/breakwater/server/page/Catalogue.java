package org.breakwater.server.page;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.breakwater.engine.policy.Operator;
import org.breakwater.engine.policy.Resource;
import org.breakwater.server.help.Place;
import org.breakwater.server.help.Standing;
import org.breakwater.server.help.Topic;
import org.breakwater.server.help.Words;

/**
 * All verified places, of a country or of all.
 *
 * @param country ISO 3166-1 alpha-2; empty for all
 * @param countries those that have a verified place, sorted
 * @param hidden how many entries are not shown, in words
 */
record Catalogue(
    Words words,
    String country,
    List<Country> countries,
    List<Place> places,
    List<Place> onRequest,
    String hidden) {
  Catalogue {
    countries = List.copyOf(countries);
    places = List.copyOf(places);
    onRequest = List.copyOf(onRequest);
  }

  /** A country with its name in the reader's language. */
  record Country(String code, String name) {}

  static Catalogue of(List<Standing> all, Words words, String country) {
    List<Resource> verified = all.stream().flatMap(each -> each.resource().stream()).toList();
    List<Resource> meant = verified.stream().filter(each -> serves(each, country)).toList();
    String hidden =
        words
            .of("catalogue.hidden")
            .replace("{0}", "" + (all.size() - verified.size()))
            .replace("{1}", "" + all.size());
    return new Catalogue(
        words,
        country,
        countries(verified, words),
        places(meant.stream().filter(Resource::byDefault), words),
        places(meant.stream().filter(each -> !each.byDefault()), words),
        hidden);
  }

  private static boolean serves(Resource resource, String country) {
    List<String> regions = resource.entry().regions();
    return country.isEmpty() || regions.isEmpty() || regions.contains(country);
  }

  private static List<Country> countries(List<Resource> verified, Words words) {
    return verified.stream()
        .flatMap(each -> each.entry().regions().stream())
        .distinct()
        .map(code -> new Country(code, words.country(code)))
        .sorted(Comparator.comparing(Country::name))
        .toList();
  }

  private static List<Place> places(Stream<Resource> some, Words words) {
    return some.sorted(
            Comparator.<Resource, Operator>comparing(each -> each.entry().operator())
                .thenComparing(Resource::name))
        .map(each -> Place.of(each, words))
        .toList();
  }

  /** What there are cards about. */
  public List<Topic> topics() {
    return List.of(Topic.values());
  }

  /** Whether that country is the one that is shown. */
  public boolean isShown(String code) {
    return Objects.equals(code, country);
  }
}
