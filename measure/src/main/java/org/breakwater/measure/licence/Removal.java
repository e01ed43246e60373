package org.breakwater.measure.licence;

import java.util.List;
import org.breakwater.engine.content.Surface;

/**
 * One removal that was looked at.
 *
 * @param clauses those that held; each answers for it
 * @param language as judged
 * @param isRight whether the content breaks the policy
 */
public record Removal(List<String> clauses, String language, Surface surface, boolean isRight) {
  public Removal {
    clauses = List.copyOf(clauses);
  }
}
