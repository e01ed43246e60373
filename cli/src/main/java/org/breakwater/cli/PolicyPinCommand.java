package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.breakwater.engine.policy.text.Pack;
import org.breakwater.engine.policy.text.Pinned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bw policy pin}: pack.yaml names the files of its versions as they are now. */
@Command(
    name = "pin",
    headerHeading =
        """
        Examples:
          bw policy pin
          bw policy pin packs/drug-trafficking --policy 2021-11

        """,
    description = "Write the hashes of a pack's files into its pack.yaml.",
    mixinStandardHelpOptions = true)
final class PolicyPinCommand implements Callable<Integer> {
  private static final String PACK_FILE = "pack.yaml";

  private final Terminal terminal;

  @Option(
      names = "--policy",
      paramLabel = "VERSION",
      description = "A version to pin; may be repeated; default: all.")
  private List<String> versions = List.of();

  @Mixin private PackArgument packArgument = new PackArgument();

  PolicyPinCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    PackOnDisk onDisk = packArgument.pack(terminal);
    Pack pack = onDisk.pack();
    List<String> pinned = versions.isEmpty() ? onDisk.versions() : versions;
    return switch (pack.pin(pinned)) {
      case Pinned.Refused(var problems) -> {
        problems.forEach(problem -> terminal.err().println(onDisk.placed(problem)));
        yield Exit.CHECK_SAYS_NO.code();
      }
      case Pinned.Written(var text) -> {
        Path file = onDisk.folder().path().resolve(PACK_FILE);
        byte[] before = Optional.ofNullable(pack.files().get(PACK_FILE)).orElse(new byte[0]);
        boolean changed = !Arrays.equals(before, text.getBytes(UTF_8));
        if (changed) replace(file, text);
        terminal
            .out()
            .line(file + (changed ? ": pinned " : ": unchanged ") + String.join(", ", pinned));
        yield Exit.ALL_WELL.code();
      }
    };
  }

  // A reader sees the old file or the new one, never half of one.
  private static void replace(Path file, String text) {
    Path fresh = file.resolveSibling("." + PACK_FILE + ".new");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EnvironmentFault("cannot write `%s`: %s".formatted(file, e.getMessage()));
    }
  }
}
