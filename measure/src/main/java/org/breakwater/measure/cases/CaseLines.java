package org.breakwater.measure.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breakwater.engine.codec.EventJson;
import org.breakwater.engine.codec.EventJson.Read.Accepted;
import org.breakwater.engine.codec.EventJson.Read.Rejected;
import org.breakwater.engine.content.ContentEvent;

/** The lines of one file of cases while they are read; blank lines are skipped. */
final class CaseLines<T> {
  private final String file;
  private final Kind<T> kind;
  private final List<T> cases = new ArrayList<>();
  private final List<CaseFault> faults = new ArrayList<>();
  private final Map<String, Integer> lineOfId = new HashMap<>();

  private CaseLines(String file, Kind<T> kind) {
    this.file = file;
    this.kind = kind;
  }

  /** Makes a case of an event and its further members; empty after a fault. */
  @FunctionalInterface
  interface Kind<T> {
    Optional<T> of(ContentEvent event, CaseMembers members);
  }

  static <T> CaseFile<T> read(String file, List<String> lines, Kind<T> kind) {
    var read = new CaseLines<>(file, kind);
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) read.line(i + 1, lines.get(i));
    }
    return read.faults.isEmpty()
        ? new CaseFile.Whole<>(read.cases)
        : new CaseFile.Faulty<>(read.faults);
  }

  private void line(int line, String json) {
    switch (EventJson.read(json)) {
      case Rejected(var found) ->
          found.forEach(
              fault -> faults.add(new CaseFault(file, line, fault.member(), fault.reason())));
      case Accepted(var event, _, var extras) ->
          take(line, event, new CaseMembers(extras, file, line, faults));
    }
  }

  private void take(int line, ContentEvent event, CaseMembers members) {
    Integer first = lineOfId.putIfAbsent(event.id(), line);
    if (first != null)
      members.fault("id", "`%s` stands in line %d too".formatted(event.id(), first));
    kind.of(event, members).ifPresent(cases::add);
    members.finish();
  }
}
