package org.breakwater.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bw policy test}. */
@Command(name = "test", mixinStandardHelpOptions = true)
final class PolicyTestCommand implements Callable<Integer> {
  private final Terminal terminal;

  PolicyTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().line("");
    return Exit.ALL_WELL.code();
  }
}
