package org.breakwater.measure.cases;

import java.util.List;
import java.util.Optional;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.signal.Signal;
import org.breakwater.engine.signal.SignalCatalog;

/**
 * One text with the value a signal must have in it.
 *
 * @param contrastOf id of the case it differs from in what matters; empty when it has none
 */
public record SignalCase(
    ContentEvent event, Signal signal, Value expected, String contrastOf, Split split) {

  /** A value that is expected. */
  public sealed interface Value {
    /** A flag that holds, or anything at all where the signal is no flag. */
    record Present() implements Value {}

    /** A flag that does not hold; a number or text that is not known. */
    record Absent() implements Value {}

    record Amount(double amount) implements Value {}

    record Text(String text) implements Value {}
  }

  /** Reads a file of cases; see {@link CaseFile}. */
  public static CaseFile<SignalCase> read(String file, List<String> lines) {
    return CaseLines.read(file, lines, SignalCase::of);
  }

  private static Optional<SignalCase> of(ContentEvent event, CaseMembers members) {
    Optional<Signal> signal = members.text("signal").flatMap(name -> signal(name, members));
    Optional<Object> written = members.required("expected");
    Optional<Value> expected =
        signal.isEmpty()
            ? Optional.empty()
            : written.flatMap(value -> value(signal.get(), value, members));
    String contrastOf = members.textOrEmpty("contrastOf");
    Optional<Split> split = members.word("split", Split::named, Split.words());
    if (signal.isEmpty() || expected.isEmpty() || split.isEmpty()) return Optional.empty();
    return Optional.of(
        new SignalCase(event, signal.get(), expected.get(), contrastOf, split.get()));
  }

  private static Optional<Signal> signal(String name, CaseMembers members) {
    Optional<Signal> signal = SignalCatalog.STANDARD.find(name).map(SignalCatalog.STANDARD::at);
    if (signal.isEmpty())
      members.fault("signal", "unknown signal `%s` (`bw signals` lists them all)".formatted(name));
    return signal;
  }

  private static Optional<Value> value(Signal signal, Object written, CaseMembers members) {
    if (written instanceof Boolean present)
      return Optional.of(present ? new Value.Present() : new Value.Absent());
    return switch (signal.type()) {
      case FLAG -> misfit("true or false", signal, members);
      case NUMBER ->
          written instanceof Number number
              ? Optional.of(new Value.Amount(number.doubleValue()))
              : misfit("a number, true or false", signal, members);
      case TEXT ->
          written instanceof String text
              ? Optional.of(new Value.Text(text))
              : misfit("text, true or false", signal, members);
    };
  }

  private static Optional<Value> misfit(String wanted, Signal signal, CaseMembers members) {
    members.fault("expected", "must be %s for `%s`".formatted(wanted, signal.name()));
    return Optional.empty();
  }
}
