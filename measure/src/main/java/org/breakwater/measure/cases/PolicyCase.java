package org.breakwater.measure.cases;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Label;
import org.jspecify.annotations.Nullable;

/**
 * One piece of content with the outcome a policy must come to. A case of another author's needs no
 * more than an event and {@code expected}.
 *
 * @param functionality what the case tests, such as {@code offer.coded}; empty when not said
 * @param contrastOf id of the case it differs from in what matters; empty when it has none
 * @param label the class a person gave it; absent when nobody did
 * @param seed id of the case it was derived from; empty when it was written on its own
 * @param style who would write so, such as {@code mother} or {@code trader}; empty when not said
 * @param split {@link Split#HELD} when not said: nobody may have written rules after it
 * @param neverRemove whether removing it would be the gravest of errors, under every version
 */
public record PolicyCase(
    ContentEvent event,
    String functionality,
    String contrastOf,
    @Nullable Label label,
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
    String functionality = members.textOrEmpty("functionality");
    String contrastOf = members.textOrEmpty("contrastOf");
    Optional<Label> label = members.wordIfAny("label", Label::named, Label.words());
    Optional<Expected> expected =
        members.required("expected").flatMap(value -> Expected.of(value, members));
    String seed = members.textOrEmpty("seed");
    String style = members.textOrEmpty("style");
    Optional<Split> split = members.wordIfAny("split", Split::named, Split.words());
    boolean neverRemove = members.flag("neverRemove");
    if (expected.isEmpty()) return Optional.empty();
    return Optional.of(
        new PolicyCase(
            event,
            functionality,
            contrastOf,
            label.orElse(null),
            expected.get(),
            seed,
            style,
            split.orElse(Split.HELD),
            neverRemove));
  }
}
