package org.breakwater.measure.cases;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Label;

/**
 * One thing a suite of cases tests, after HateCheck (Röttger et al., 2021).
 *
 * @param name such as {@code offer.coded}; its group is what stands before the point
 * @param means what its cases have in common, for people
 * @param label the class of its cases
 * @param expected right for its cases
 * @param split of all its cases, so that what is held was never seen in part
 */
public record Functionality(
    String name, String means, Label label, Expected expected, Split split, boolean neverRemove) {

  /**
   * Reads a file of definitions: one object a line, {@code id} the name, {@code text} what its
   * cases have in common, and {@code label}, {@code expected}, {@code split} and {@code
   * neverRemove} as in a case.
   */
  public static CaseFile<Functionality> read(String file, List<String> lines) {
    return CaseLines.read(file, lines, Functionality::of);
  }

  private static Optional<Functionality> of(ContentEvent event, CaseMembers members) {
    Optional<Label> label = members.word("label", Label::named, Label.words());
    Optional<Expected> expected =
        members.required("expected").flatMap(value -> Expected.of(value, members));
    Optional<Split> split = members.word("split", Split::named, Split.words());
    boolean neverRemove = members.flag("neverRemove");
    if (label.isEmpty() || expected.isEmpty() || split.isEmpty()) return Optional.empty();
    return Optional.of(
        new Functionality(
            event.id(), event.text(), label.get(), expected.get(), split.get(), neverRemove));
  }

  /** What the functionality belongs to, such as {@code offer}. */
  public String group() {
    int point = name.indexOf('.');
    return point < 0 ? name : name.substring(0, point);
  }
}
