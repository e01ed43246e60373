package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breakwater.engine.signal.Concept;
import org.breakwater.engine.signal.Lexicon;

/** Reads {@code lexicon/<language>.yaml}: word classes, and phrases by concept. */
final class LexiconFile {
  private final Lexicon.Check check = new Lexicon.Check();
  private static final Pattern CLASS = Pattern.compile("<([^<>]*)>");
  private static final Pattern CLASS_NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private final YamlFields fields;
  private final Map<String, List<YamlValue>> words = new LinkedHashMap<>();
  private final Map<String, String> expanded = new HashMap<>();

  LexiconFile(YamlValue file) {
    fields = file.fields(List.of("language", "words", "phrases"));
  }

  List<Lexicon.Entry> read() {
    String language = language();
    fields.find("words").ifPresent(this::readWords);
    words.forEach((name, _) -> expandClass(name, new LinkedHashSet<>()));
    List<Lexicon.Entry> entries = new ArrayList<>();
    Optional<YamlFields> phrases = fields.need("phrases").map(YamlValue::fields);
    phrases.ifPresent(
        each ->
            each.values()
                .forEach((concept, patterns) -> readConcept(language, concept, patterns, entries)));
    return entries;
  }

  private String language() {
    Optional<YamlValue> value = fields.need("language");
    String language = value.flatMap(YamlValue::text).orElse("und");
    if (!LANGUAGE.matcher(language).matches())
      value.ifPresent(
          each ->
              each.fault(
                  "`" + language + "` is not a language",
                  "name a primary subtag such as `es`, or `und` for all languages"));
    return language;
  }

  private void readWords(YamlValue value) {
    YamlFields classes = value.fields();
    classes
        .values()
        .forEach(
            (name, members) -> {
              if (!CLASS_NAME.matcher(name).matches())
                members.fault("`" + name + "` is no name for a word class", "use a-z, 0-9 and _");
              words.put(name, members.list());
              if (members.isList() && members.list().isEmpty())
                members.fault("the word class `" + name + "` is empty", "");
            });
  }

  /** The alternatives of a class, apart by bars; members that are classes are taken in. */
  private String expandClass(String name, SequencedSet<String> path) {
    String known = expanded.get(name);
    if (known != null) return known;
    path.add(name);
    List<String> alternatives = new ArrayList<>();
    for (YamlValue member : words.getOrDefault(name, List.of())) {
      member.text().ifPresent(text -> alternatives.add(expand(text, member, path)));
    }
    path.remove(name);
    String result = String.join("|", alternatives);
    expanded.put(name, result);
    return result;
  }

  private String expand(String pattern, YamlValue place, SequencedSet<String> path) {
    Matcher matcher = CLASS.matcher(pattern);
    boolean whole = matcher.matches() && !path.isEmpty();
    return matcher
        .reset()
        .replaceAll(
            found -> {
              String body = expandUse(found.group(1), place, path);
              return Matcher.quoteReplacement(whole ? body : "(" + body + ")");
            });
  }

  private String expandUse(String name, YamlValue place, SequencedSet<String> path) {
    if (!words.containsKey(name)) {
      place.fault("unknown word class `" + name + "`", Nearest.help(name, words.keySet()));
      return name;
    }
    if (path.contains(name)) {
      place.fault(
          "the word class `" + name + "` contains itself", "by way of " + String.join(", ", path));
      return name;
    }
    return expandClass(name, path);
  }

  private void readConcept(
      String language, String concept, YamlValue patterns, List<Lexicon.Entry> entries) {
    if (!Concept.isKnown(concept)) {
      fields
          .find("phrases")
          .map(YamlValue::fields)
          .map(each -> each.keys().get(concept))
          .ifPresent(
              key -> key.fault("unknown concept `" + concept + "`", nearestConcept(concept)));
    }
    for (YamlValue value : patterns.list()) {
      int before = value.file().faults().count();
      Optional<String> pattern =
          value.text().map(text -> expand(text, value, new LinkedHashSet<>()));
      if (pattern.isEmpty() || value.file().faults().count() > before) continue;
      String fault = check.fault(pattern.get());
      if (!fault.isEmpty()) value.fault(fault, "");
      entries.add(new Lexicon.Entry(language, concept, pattern.get().strip()));
    }
  }

  private static String nearestConcept(String name) {
    return Nearest.helpForDotted(name, Concept.names());
  }
}
