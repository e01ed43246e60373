package org.breakwater.measure.cases;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Label;

/**
 * One piece of content with the outcome a policy must come to.
 *
 * @param functionality what the case tests, such as {@code offer.coded}
 * @param contrastOf id of the case it differs from in what matters; empty when it has none
 * @param label the class a person gave it
 * @param seed id of the case it was derived from; empty when it was written on its own
 * @param style who would write so, such as {@code mother} or {@code trader}; empty when not said
 * @param neverRemove whether removing it would be the gravest of errors, under every version
 */
public record PolicyCase(
    ContentEvent event,
    String functionality,
    String contrastOf,
    Label label,
    Expected expected,
    String seed,
    String style,
    Split split,
    boolean neverRemove) {

  /** Reads a file of cases; see {@link CaseFile}. */
  public static CaseFile<PolicyCase> read(String file, List<String> lines) {
    return CaseLines.read(file, lines, PolicyCase::of);
  }

  private static Optional<PolicyCase> of(ContentEvent event, CaseMembers members) {
    Optional<String> functionality = members.text("functionality");
    String contrastOf = members.textOrEmpty("contrastOf");
    Optional<Label> label = members.word("label", Label::named, Label.words());
    Optional<Expected> expected =
        members.required("expected").flatMap(value -> Expected.of(value, members));
    String seed = members.textOrEmpty("seed");
    String style = members.textOrEmpty("style");
    Optional<Split> split = members.word("split", Split::named, Split.words());
    boolean neverRemove = members.flag("neverRemove");
    if (functionality.isEmpty() || label.isEmpty() || expected.isEmpty() || split.isEmpty())
      return Optional.empty();
    return Optional.of(
        new PolicyCase(
            event,
            functionality.get(),
            contrastOf,
            label.get(),
            expected.get(),
            seed,
            style,
            split.get(),
            neverRemove));
  }
}
