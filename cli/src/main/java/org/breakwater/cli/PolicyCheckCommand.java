package org.breakwater.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bw policy check}. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class PolicyCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  PolicyCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().line("");
    return Exit.ALL_WELL.code();
  }
}
