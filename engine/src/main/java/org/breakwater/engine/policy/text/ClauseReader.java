package org.breakwater.engine.policy.text;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breakwater.engine.content.Surface;
import org.breakwater.engine.policy.Action;
import org.breakwater.engine.policy.Clause;
import org.breakwater.engine.policy.Clause.Examples;
import org.breakwater.engine.policy.Clause.Source;
import org.breakwater.engine.policy.Clause.Strikes;
import org.breakwater.engine.policy.Clause.SurfaceOutcomes;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.policy.Outcome;
import org.breakwater.engine.policy.Stance;

/** Reads one clause; every part that has a fault is reported, and then there is no clause. */
final class ClauseReader {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

  private static final List<String> KEYS =
      List.of(
          "id",
          "title",
          "label",
          "stance",
          "severity",
          "when",
          "certain",
          "outcome",
          "actions",
          "strikes",
          "right",
          "hold",
          "rationale",
          "source",
          "examples");

  private final YamlValue clause;
  private final int faultsBefore;
  private final YamlFields fields;
  private final ConditionCompiler conditions;
  private final Thresholds thresholds;

  ClauseReader(YamlValue clause, ConditionCompiler conditions, Thresholds thresholds) {
    this.clause = clause;
    this.faultsBefore = clause.file().faults().count();
    this.fields = clause.fields(KEYS);
    this.conditions = conditions;
    this.thresholds = thresholds;
  }

  Optional<String> id() {
    return fields
        .find("id")
        .filter(YamlValue::isText)
        .flatMap(YamlValue::text)
        .filter(id -> ID.matcher(id).matches());
  }

  YamlFields fields() {
    return fields;
  }

  Optional<Clause> read() {
    Map<Action, Period> durations = new EnumMap<>(Action.class);
    Clause read =
        new Clause(
            idOrFault(),
            fields.need("title").map(ClauseReader::byLanguage).orElse(Map.of()),
            label(),
            stance(),
            severity(),
            fields.need("when").map(this::condition).orElse(new Condition.Constant(false)),
            fields.find("certain").map(this::condition).orElse(new Condition.Constant(false)),
            outcomes(),
            actions(durations),
            durations,
            fields.find("strikes").map(ClauseReader::strikes).orElse(Strikes.NONE),
            fields.find("right").flatMap(YamlValue::text).orElse(""),
            hold(),
            fields.need("rationale").flatMap(YamlValue::text).map(String::strip).orElse(""),
            sources(),
            examples());
    if (isFaultless()) new ClauseRules(fields, read).check();
    return isFaultless() ? Optional.of(read) : Optional.empty();
  }

  private boolean isFaultless() {
    return clause.file().faults().count() == faultsBefore;
  }

  private String idOrFault() {
    Optional<String> id = id();
    if (id.isEmpty() && fields.need("id").isPresent()) {
      fields
          .find("id")
          .ifPresent(
              value -> value.<String>wanted("a dotted lower-case name such as `smuggling.offer`"));
    }
    return id.orElse("");
  }

  private static Map<String, String> byLanguage(YamlValue value) {
    if (!value.isMapping()) return value.text().map(text -> Map.of("en", text)).orElse(Map.of());
    Map<String, String> texts = new LinkedHashMap<>();
    YamlFields languages = value.fields();
    languages.need("en");
    languages.values().forEach((key, each) -> each.text().ifPresent(text -> texts.put(key, text)));
    checkLanguages(languages);
    return texts;
  }

  private static void checkLanguages(YamlFields languages) {
    languages
        .keys()
        .forEach(
            (name, key) -> {
              if (!LANGUAGE.matcher(name).matches())
                key.fault("`" + name + "` is not a language", "name a primary subtag such as `es`");
            });
  }

  private Label label() {
    return fields
        .need("label")
        .flatMap(value -> value.choice("label", Label.words(), Label::named))
        .orElse(Label.UNCLEAR);
  }

  private Stance stance() {
    return fields
        .need("stance")
        .flatMap(value -> value.choice("stance", Stance.words(), Stance::named))
        .orElse(Stance.NEEDS_CONTEXT);
  }

  private int severity() {
    Optional<YamlValue> value = fields.need("severity");
    Optional<Integer> severity = value.flatMap(YamlValue::integer);
    if (severity.isEmpty()) return 1;
    if (severity.get() >= 1 && severity.get() <= 5) return severity.get();
    value.get().fault("severity must lie in 1..5, found `" + severity.get() + "`", "");
    return 1;
  }

  private Condition condition(YamlValue value) {
    Optional<String> text = value.text();
    if (text.isEmpty()) return new Condition.Constant(false);
    return switch (conditions.compile(text.get())) {
      case ConditionCompiler.Compiled.Accepted(var condition) ->
          thresholds.applied(id().orElse(""), condition);
      case ConditionCompiler.Compiled.Rejected(var faults) -> {
        faults.forEach(fault -> value.faultAt(fault.offset(), fault.message(), fault.help()));
        yield new Condition.Constant(false);
      }
    };
  }

  private SurfaceOutcomes outcomes() {
    Optional<YamlValue> value = fields.need("outcome");
    if (value.isEmpty()) return new SurfaceOutcomes(Outcome.REVIEW, Map.of());
    if (!value.get().isMapping()) return new SurfaceOutcomes(outcome(value.get()), Map.of());
    YamlFields bySurface = value.get().fields();
    Map<Surface, Outcome> exceptions = new EnumMap<>(Surface.class);
    bySurface
        .keys()
        .forEach(
            (name, key) -> {
              if (name.equals("default")) return;
              key.choice("surface", Surface.words(), Surface::named)
                  .ifPresent(
                      surface ->
                          bySurface
                              .need(name)
                              .ifPresent(each -> exceptions.put(surface, outcome(each))));
            });
    Outcome otherwise = bySurface.need("default").map(ClauseReader::outcome).orElse(Outcome.REVIEW);
    return new SurfaceOutcomes(otherwise, exceptions);
  }

  private static Outcome outcome(YamlValue value) {
    return value.choice("outcome", Outcome.words(), Outcome::named).orElse(Outcome.REVIEW);
  }

  private List<Action> actions(Map<Action, Period> durations) {
    List<Action> actions = new ArrayList<>();
    for (YamlValue item : fields.find("actions").map(YamlValue::list).orElse(List.of())) {
      Optional<Action> action = item.isMapping() ? lasting(item, durations) : action(item);
      if (action.isPresent() && actions.contains(action.get()))
        item.fault("the action `" + action.get().word() + "` stands here twice", "keep one");
      action.ifPresent(actions::add);
    }
    return actions;
  }

  private static Optional<Action> action(YamlValue value) {
    return value.choice("action", Action.words(), Action::named);
  }

  private static Optional<Action> lasting(YamlValue item, Map<Action, Period> durations) {
    YamlFields fields = item.fields(List.of("action", "duration"));
    Optional<Action> action = fields.need("action").flatMap(ClauseReader::action);
    Optional<Period> duration = fields.need("duration").flatMap(YamlValue::period);
    action.ifPresent(each -> duration.ifPresent(period -> durations.put(each, period)));
    return action;
  }

  private static Strikes strikes(YamlValue value) {
    YamlFields fields = value.fields(List.of("count", "expires"));
    Optional<YamlValue> written = fields.need("count");
    int count = written.flatMap(YamlValue::integer).orElse(0);
    if (count < 0) written.ifPresent(each -> each.fault("strikes cannot be negative", ""));
    if (count == 0) return Strikes.NONE;
    return new Strikes(
        count, fields.need("expires").flatMap(YamlValue::period).orElse(Period.ZERO));
  }

  private boolean hold() {
    Optional<YamlValue> value = fields.find("hold");
    if (value.isEmpty()) return false;
    List<String> words = List.of("hidden");
    return value
        .get()
        .choice("hold", words, word -> words.contains(word) ? Optional.of(word) : Optional.empty())
        .isPresent();
  }

  private List<Source> sources() {
    List<YamlValue> items = fields.need("source").map(YamlValue::list).orElse(List.of());
    if (items.isEmpty())
      fields
          .find("source")
          .filter(YamlValue::isList)
          .ifPresent(value -> value.fault("names no source", ""));
    return items.stream().map(ClauseReader::source).toList();
  }

  private static Source source(YamlValue value) {
    YamlFields fields = value.fields(List.of("cite", "date", "grade"));
    List<String> grades =
        Arrays.stream(Source.Grade.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    return new Source(
        fields.need("cite").flatMap(YamlValue::text).orElse(""),
        fields.need("date").flatMap(YamlValue::date).orElse(LocalDate.EPOCH),
        fields
            .need("grade")
            .flatMap(each -> each.choice("grade", grades, ClauseReader::grade))
            .orElse(Source.Grade.INFERRED));
  }

  private static Optional<Source.Grade> grade(String word) {
    return Arrays.stream(Source.Grade.values())
        .filter(grade -> grade.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private Examples examples() {
    Optional<YamlFields> parts =
        fields.find("examples").map(value -> value.fields(List.of("holds", "near")));
    return new Examples(
        parts.flatMap(each -> each.find("holds")).map(ClauseReader::texts).orElse(Map.of()),
        parts.flatMap(each -> each.find("near")).map(ClauseReader::texts).orElse(Map.of()));
  }

  private static Map<String, List<String>> texts(YamlValue value) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    YamlFields languages = value.fields();
    checkLanguages(languages);
    languages.values().forEach((language, list) -> texts.put(language, list.texts()));
    return texts;
  }
}
