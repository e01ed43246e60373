package org.breakwater.measure.cases;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.policy.Label;

/**
 * One text to learn from; nothing is ever measured on it.
 *
 * @param functionality what it has in common with others, such as {@code offer.bundle}
 */
public record CorpusText(ContentEvent event, String functionality, Label label) {

  /** Reads a file of texts; see {@link CaseFile}. */
  public static CaseFile<CorpusText> read(String file, List<String> lines) {
    return CaseLines.read(file, lines, CorpusText::of);
  }

  private static Optional<CorpusText> of(ContentEvent event, CaseMembers members) {
    Optional<String> functionality = members.text("functionality");
    Optional<Label> label = members.word("label", Label::named, Label.words());
    return functionality.flatMap(name -> label.map(each -> new CorpusText(event, name, each)));
  }
}
