package org.breakwater.engine.policy.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breakwater.engine.policy.Condition;
import org.breakwater.engine.policy.Condition.And;
import org.breakwater.engine.policy.Condition.Compare;
import org.breakwater.engine.policy.Condition.Constant;
import org.breakwater.engine.policy.Condition.Flag;
import org.breakwater.engine.policy.Condition.Not;
import org.breakwater.engine.policy.Condition.OneOf;
import org.breakwater.engine.policy.Condition.Or;
import org.breakwater.engine.signal.SignalCatalog;

/** A condition as a sentence for people, to follow "when". */
public final class ConditionWords {
  private static final int EITHER_MAX = 3;

  private final Phrasebook phrases;

  private ConditionWords(Phrasebook phrases) {
    this.phrases = phrases;
  }

  /**
   * Says a condition over the signals of {@link SignalCatalog#STANDARD}, such as {@code the author
   * offers to move people and either names a price or invites to go on in private, unless the
   * author only reports it}.
   *
   * @param language a primary subtag; English for all but {@code es}
   */
  public static String of(Condition condition, String language) {
    var words = new ConditionWords(language.equals("es") ? Phrasebook.SPANISH : Phrasebook.ENGLISH);
    return words.sentence(condition);
  }

  private String sentence(Condition condition) {
    return switch (condition) {
      case Constant(boolean value) -> phrases.of(value ? "@always" : "@never");
      case Not _ -> phrases.of("@always") + ", " + unless(negated(List.of(condition)));
      case And(var parts) when parts.stream().allMatch(Not.class::isInstance) ->
          phrases.of("@always") + ", " + unless(negated(parts));
      case And _, Or _, Flag _, Compare _, OneOf _ -> subject() + verbal(condition, false);
    };
  }

  private String subject() {
    return phrases.of("@subject") + " ";
  }

  private String unless(List<Condition> exceptions) {
    return phrases.of("@unless") + " " + subject() + joined(exceptions, "@or", true);
  }

  private static List<Condition> negated(List<Condition> parts) {
    List<Condition> negated = new ArrayList<>();
    for (Condition part : parts) {
      switch (part) {
        case Not(Or(var alternatives)) -> negated.addAll(alternatives);
        case Not(Condition inner) -> negated.add(inner);
        case And _, Or _, Constant _, Flag _, Compare _, OneOf _ -> {}
      }
    }
    return negated;
  }

  /**
   * The part of a sentence after its subject.
   *
   * @param nested within another one, so that its ends must show
   */
  private String verbal(Condition condition, boolean nested) {
    return switch (condition) {
      case And(var parts) -> nested ? "(" + all(parts) + ")" : all(parts);
      case Or(var parts) -> either(parts, nested);
      case Not(Condition part) -> phrases.of("@not") + " " + verbal(part, true);
      case Constant(boolean value) -> phrases.of(value ? "@always" : "@never");
      case Flag(int slot) -> phrases.of(name(slot));
      case Compare compare ->
          phrases.of(name(compare.slot()))
              + " "
              + phrases.of("@" + compare.relation().name().toLowerCase(Locale.ROOT))
              + " "
              + ConditionText.number(compare.constant());
      case OneOf(int slot, var constants) -> oneOf(name(slot), constants);
    };
  }

  private String all(List<Condition> parts) {
    List<Condition> exceptions = negated(parts);
    List<Condition> rest = parts.stream().filter(part -> !(part instanceof Not)).toList();
    if (rest.isEmpty()) return phrases.of("@not") + " " + joined(exceptions, "@or", true);
    String said = joined(rest, "@and", false);
    if (exceptions.isEmpty()) return said;
    return said + (said.contains(";") ? " — " : ", ") + unless(exceptions);
  }

  private String either(List<Condition> parts, boolean nested) {
    String said =
        parts.size() > EITHER_MAX
            ? phrases.of("@any") + " " + String.join("; ", said(parts, true))
            : phrases.of("@either") + " " + joined(parts, "@or", true);
    return nested ? "(" + said + ")" : said;
  }

  private String oneOf(String signal, List<String> constants) {
    List<String> values = constants.stream().map(each -> phrases.value(signal, each)).toList();
    return phrases.of(signal) + " " + enumerated(values, "@or");
  }

  /**
   * @param nested whether the parts stand in a list that is itself part of one
   */
  private String joined(List<Condition> parts, String word, boolean nested) {
    List<String> said = said(parts, nested);
    String join = " " + phrases.of(word) + " ";
    String last = phrases.joining(word, said.getLast()) + " " + said.getLast();
    // Where a phrase has commas or the joining word inside, lighter marks would blur its ends.
    boolean heavy = said.stream().anyMatch(each -> isHeavy(each, join));
    if (said.size() == 1 || !heavy) return enumerated(withoutRepeatedVerbs(said), word);
    return String.join("; ", said.subList(0, said.size() - 1)) + "; " + last;
  }

  private static boolean isHeavy(String phrase, String join) {
    return phrase.contains(",") || phrase.contains(";") || phrase.contains(join);
  }

  private List<String> said(List<Condition> parts, boolean nested) {
    List<String> said = new ArrayList<>();
    for (Condition part : parts) {
      boolean last = said.size() == parts.size() - 1;
      // A list at the end of the sentence shows where it ends by itself.
      said.add(verbal(part, nested || !last || part instanceof And));
    }
    return said;
  }

  private List<String> withoutRepeatedVerbs(List<String> said) {
    List<String> shorter = new ArrayList<>();
    String verbBefore = "";
    for (String phrase : said) {
      String verb = phrase.substring(0, Math.max(phrase.indexOf(' '), 0));
      boolean repeats = verb.equals(verbBefore) && phrases.verbs().contains(verb);
      shorter.add(repeats ? phrase.substring(verb.length() + 1) : phrase);
      verbBefore = verb;
    }
    return shorter;
  }

  private String enumerated(List<String> items, String word) {
    if (items.size() == 1) return items.getFirst();
    String before = String.join(", ", items.subList(0, items.size() - 1));
    return before + " " + phrases.joining(word, items.getLast()) + " " + items.getLast();
  }

  private static String name(int slot) {
    return SignalCatalog.STANDARD.at(slot).name();
  }
}
