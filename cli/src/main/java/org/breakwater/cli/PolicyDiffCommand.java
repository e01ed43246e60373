package org.breakwater.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bw policy diff}. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class PolicyDiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  PolicyDiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().line("");
    return Exit.ALL_WELL.code();
  }
}
