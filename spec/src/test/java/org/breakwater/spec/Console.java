package org.breakwater.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The {@code console} blocks of a Markdown file, as commands with what they are said to print. */
final class Console {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```console\\n([\\s\\S]*?)^```");
  private static final Pattern EXIT = Pattern.compile("\\s*#\\s*exit (\\d+)\\s*$");
  private static final String ANY = "…";

  private Console() {}

  /**
   * One command.
   *
   * @param exit the code it is said to end with, 0 unless its line ends in {@code # exit N}
   * @param shown the lines below it; {@code …} stands for any text, alone or within a line
   */
  record Step(String command, int exit, List<String> shown) {
    Step {
      shown = List.copyOf(shown);
    }

    /** The shown lines that the output lacks, each looked for below the one before. */
    List<String> missingFrom(String output) {
      var missing = new ArrayList<String>();
      var lines = output.lines().map(String::strip).toList();
      int from = 0;
      for (var line : shown) {
        int at = find(pattern(line), lines, from);
        if (at < 0) missing.add(line);
        else from = at + 1;
      }
      return missing;
    }

    private static int find(Pattern pattern, List<String> lines, int from) {
      for (int i = from; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).matches()) return i;
      }
      return -1;
    }

    private static Pattern pattern(String line) {
      return Pattern.compile(
          Stream.of(line.strip().split(ANY, -1))
              .map(Pattern::quote)
              .collect(Collectors.joining(".*")));
    }
  }

  /** Every {@code ./bw} command, but for {@code verify}, of which reading this is a part. */
  static List<Step> steps(String markdown) {
    return BLOCK
        .matcher(markdown)
        .results()
        .flatMap(block -> stepsOf(block.group(1).lines().toList()).stream())
        .filter(step -> step.command().startsWith("./bw ") || step.command().contains("| ./bw "))
        .filter(step -> !step.command().startsWith("./bw verify"))
        .toList();
  }

  private static List<Step> stepsOf(List<String> lines) {
    var steps = new ArrayList<Step>();
    var shown = new ArrayList<String>();
    for (var line : lines.reversed()) {
      if (line.startsWith("$ ")) {
        steps.addFirst(step(line.substring(2), shown.reversed()));
        shown.clear();
      } else if (!line.isBlank() && !line.strip().equals(ANY)) {
        shown.add(line);
      }
    }
    return steps;
  }

  private static Step step(String command, List<String> shown) {
    var exit = EXIT.matcher(command);
    if (!exit.find()) return new Step(command.strip(), 0, shown);
    int code = Integer.parseInt(exit.group(1));
    return new Step(command.substring(0, exit.start()).strip(), code, shown);
  }
}
