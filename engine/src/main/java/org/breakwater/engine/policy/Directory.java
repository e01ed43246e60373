package org.breakwater.engine.policy;

import java.time.LocalDate;
import java.util.List;

/**
 * The places to get help of one version.
 *
 * @param entries all of them, sorted by id
 * @param verified those that a person verified, sorted by id
 * @param ofTheMoment whether {@code verified} is what is current now, whenever the content was
 *     published: a server takes care that nothing expired is left in it
 */
public record Directory(
    List<DirectoryEntry> entries, List<Resource> verified, boolean ofTheMoment) {
  public static final Directory EMPTY = new Directory(List.of(), List.of(), false);

  public Directory {
    entries = List.copyOf(entries);
    verified = List.copyOf(verified);
  }

  /** Those that may be shown where the time of judgement is that day. */
  public List<Resource> on(LocalDate day) {
    if (ofTheMoment || verified.isEmpty()) return verified;
    return verified.stream().filter(each -> each.isCurrent(day)).toList();
  }

  /** The same entries with what is verified now. */
  Directory with(List<Resource> current) {
    return new Directory(entries, current, true);
  }
}
