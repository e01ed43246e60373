package org.breakwater.store.merkle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A witness's word that it saw a checkpoint, and no other history of that log (C2SP
 * tlog-cosignature).
 *
 * @param at when, as the witness says, in whole seconds
 * @param line as it stands in a note
 */
public record Cosignature(String witness, Instant at, String line) {
  private static final String START = "— ";
  private static final int ID_BYTES = 4;
  private static final int TIME_BYTES = 8;
  private static final int SIGNATURE_BYTES = 64;

  /**
   * Reads a line of a note; empty unless the witness signed that body.
   *
   * @param body of the note, with the line end before the empty line
   */
  public static Optional<Cosignature> parse(String line, String body, VerifyKey witness) {
    String start = START + witness.name() + " ";
    if (!line.startsWith(start)) return Optional.empty();
    try {
      String stated = line.substring(start.length());
      byte[] bytes = Base64.getDecoder().decode(stated);
      boolean isOneSpelling = Base64.getEncoder().encodeToString(bytes).equals(stated);
      if (!isOneSpelling || bytes.length != ID_BYTES + TIME_BYTES + SIGNATURE_BYTES)
        return Optional.empty();
      if (!Arrays.equals(Arrays.copyOf(bytes, ID_BYTES), witness.id())) return Optional.empty();
      long seconds = ByteBuffer.wrap(bytes).getLong(ID_BYTES);
      byte[] signature = Arrays.copyOfRange(bytes, ID_BYTES + TIME_BYTES, bytes.length);
      if (seconds < 0 || !witness.verifies(message(seconds, body), signature))
        return Optional.empty();
      return Optional.of(new Cosignature(witness.name(), Instant.ofEpochSecond(seconds), line));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static byte[] message(long seconds, String body) {
    return "cosignature/v1\ntime %d\n%s".formatted(seconds, body).getBytes(UTF_8);
  }
}
