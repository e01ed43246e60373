package org.breakwater.server.resources;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bw resources verify}: a person says that a place is what the directory says. */
@Command(
    name = "verify",
    headerHeading =
        """
        Examples:
          export BREAKWATER_KEY=…   # made at /keys by a policy manager or senior moderator
          bw resources verify ID --method call --shares no --expires 2027-05-01 --note "asked twice"

        """,
    description = {
      "Say that you reached a place and that it is what the directory says.",
      "It is shown until the day it expires, or until its entry is changed. It is shown to who did"
          + " not ask for it only if it does not share with immigration authorities."
    },
    footer =
        """

        Exit: 0 entered, 1 refused, 2 usage, 3 environment.""",
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The entry, as `list` names it.")
  private String id = "";

  @Option(
      names = "--method",
      paramLabel = "HOW",
      required = true,
      description = "How you know: call, site or partner.")
  private String method = "";

  @Option(
      names = "--shares",
      paramLabel = "ANSWER",
      required = true,
      description = "Whether it shares with immigration authorities: yes, no or unknown.")
  private String shares = "";

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      required = true,
      description = "The day from which it holds no longer; at most 180 days away.")
  private String expires = "";

  @Option(names = "--note", paramLabel = "TEXT", required = true, description = "What you found.")
  private String note = "";

  @Option(
      names = "--entry",
      paramLabel = "HASH",
      description = "Hash of the entry you looked at, as `show` prints it.")
  private String entry = "";

  @Mixin private final ServerOptions server = new ServerOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("method", method);
    body.put("sharesWithImmigration", shares);
    body.put("expiresAt", expires);
    body.put("note", note);
    if (!entry.isEmpty()) body.put("entry", entry);
    return Answered.print(server.enter(id, "verifications", body), spec.commandLine());
  }
}
