package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A signed checkpoint as C2SP signed-note writes it: the body, an empty line, and one line for each
 * signature.
 */
public final class Note {
  private static final String SIGNATURE = "— ";
  private static final int SIGNATURE_BYTES = 64;

  private Note() {}

  /** What became of a note that was to be trusted. */
  public sealed interface Opened {
    /** Signed by the key that was asked for. */
    record Trusted(Checkpoint checkpoint) implements Opened {}

    /**
     * Not to be trusted.
     *
     * @param why lower case, for whoever verifies
     */
    record Refused(String why) implements Opened {}
  }

  /** The note that says so, signed. */
  public static String sign(Checkpoint checkpoint, LogKey key) {
    byte[] signature = key.sign(checkpoint.body().getBytes(UTF_8));
    byte[] named = VerifyKey.concat(key.verifyKey().id(), signature);
    String line = Base64.getEncoder().encodeToString(named);
    return "%s\n%s%s %s\n".formatted(checkpoint.body(), SIGNATURE, checkpoint.origin(), line);
  }

  /** Reads a note; signatures of other keys are passed over. */
  public static Opened open(String note, VerifyKey key) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0) return new Opened.Refused("not a signed note: no empty line before signatures");
    String body = note.substring(0, end + 1);
    List<String> signatures = note.substring(end + 2).lines().toList();
    if (signatures.stream().noneMatch(line -> isSigned(body, line, key)))
      return new Opened.Refused("no valid signature of `%s`".formatted(key.name()));
    Optional<Checkpoint> checkpoint = Checkpoint.parse(body);
    if (checkpoint.isEmpty()) return new Opened.Refused("signed, but not a checkpoint");
    if (!checkpoint.get().origin().equals(key.name()))
      return new Opened.Refused(
          "signed for another log, `%s`".formatted(checkpoint.get().origin()));
    return new Opened.Trusted(checkpoint.get());
  }

  private static boolean isSigned(String body, String line, VerifyKey key) {
    String start = SIGNATURE + key.name() + " ";
    if (!line.startsWith(start)) return false;
    try {
      String stated = line.substring(start.length());
      byte[] named = Base64.getDecoder().decode(stated);
      // The last character has bits to spare: only the spelling an encoder writes is taken.
      if (!Base64.getEncoder().encodeToString(named).equals(stated)) return false;
      if (named.length != 4 + SIGNATURE_BYTES) return false;
      byte[] id = Arrays.copyOf(named, 4);
      byte[] signature = Arrays.copyOfRange(named, 4, named.length);
      return Arrays.equals(id, key.id()) && key.verifies(body.getBytes(UTF_8), signature);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
