package org.breakwater.server.help;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.breakwater.engine.policy.Resource;
import org.breakwater.engine.signal.Truth;

/** What cards and the catalogue say in one language. Immutable. */
public final class Words {
  /** The languages there are, the first where another one is asked for. */
  public static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt", "ar");

  private static final Map<String, Words> ALL = all();

  private final String lang;
  private final Map<String, String> texts;

  private Words(String lang, Map<String, String> texts) {
    this.lang = lang;
    this.texts = Map.copyOf(texts);
  }

  private static Map<String, Words> all() {
    Map<String, Words> all = new LinkedHashMap<>();
    for (String lang : LANGUAGES) all.put(lang, read(lang));
    return all;
  }

  private static Words read(String lang) {
    String file = "/help/%s.properties".formatted(lang);
    InputStream found = Objects.requireNonNull(Words.class.getResourceAsStream(file), file);
    var properties = new Properties();
    try (var text = new InputStreamReader(found, UTF_8)) {
      properties.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (String key : properties.stringPropertyNames()) texts.put(key, properties.getProperty(key));
    return new Words(lang, texts);
  }

  /** The words in a language, by its tag; in English where we have none in it. */
  public static Words in(String tag) {
    String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    Words found = ALL.get(primary);
    return found == null ? Objects.requireNonNull(ALL.get(LANGUAGES.getFirst())) : found;
  }

  /** Primary subtag. */
  public String lang() {
    return lang;
  }

  /** Direction of writing, as HTML has it. */
  public String direction() {
    return lang.equals("ar") ? "rtl" : "ltr";
  }

  /** What stands under that key. */
  public String of(String key) {
    String text = texts.get(key);
    if (text == null) throw new IllegalArgumentException("no words under " + key + " in " + lang);
    return text;
  }

  /** What stands under that key of a topic. */
  public String of(Topic topic, String key) {
    return of(topic.word() + "." + key);
  }

  /** All keys, sorted. */
  List<String> keys() {
    return List.copyOf(new TreeSet<>(texts.keySet()));
  }

  /** A country, or everywhere, in words. */
  public String country(String region) {
    return region.isEmpty()
        ? of("catalogue.everywhere")
        : Locale.of("", region).getDisplayCountry(Locale.of(lang));
  }

  /** Who answers there. */
  String operator(Resource resource) {
    return of("operator." + resource.entry().operator().name().toLowerCase(Locale.ROOT));
  }

  /** What calling may bring, one sentence each. */
  List<String> whatItBrings(Resource resource) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        switch (resource.sharesWithImmigration()) {
          case TRUE -> of("shares.yes");
          case FALSE -> of("shares.no");
          case UNKNOWN -> of("shares.unknown");
        });
    if (resource.entry().anonymous() == Truth.TRUE) sentences.add(of("anonymous.yes"));
    if (resource.entry().confidential() == Truth.TRUE) sentences.add(of("confidential.yes"));
    return sentences;
  }

  String cost(Resource resource) {
    String cost = resource.entry().cost();
    if (cost.isEmpty()) return of("cost.unknown");
    return cost.equals("free") ? of("free") : cost;
  }

  String languages(Resource resource) {
    List<String> names = new ArrayList<>();
    for (String each : resource.languages())
      names.add(
          each.equals("mul")
              ? of("languages.many")
              : Locale.of(each).getDisplayLanguage(Locale.of(lang)));
    return String.join(lang.equals("ar") ? "، " : ", ", names);
  }
}
