package org.breakwater.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code bw policy pin}. */
@Command(name = "pin", mixinStandardHelpOptions = true)
final class PolicyPinCommand implements Callable<Integer> {
  private final Terminal terminal;

  PolicyPinCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().line("");
    return Exit.ALL_WELL.code();
  }
}
