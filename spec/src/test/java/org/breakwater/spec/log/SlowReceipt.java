package org.breakwater.spec.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Checks a receipt by docs/rfd/0005 and the standards alone: what is not as it should be, named.
 */
final class SlowReceipt {
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private SlowReceipt() {}

  static List<String> faults(String receipt, byte[] decision, String verifyKey) {
    var faults = new ArrayList<String>();
    try {
      JsonNode members = new ObjectMapper().readTree(receipt);
      byte[] leaf = bytes(members.path("leaf").asText());
      byte[] salted =
          SlowTree.sha256(new byte[] {0}, bytes(members.path("salt").asText()), decision);
      if (!Arrays.equals(leaf, salted)) faults.add("leaf");
      String[] entry = members.path("entry").asText().split("\n", -1);
      long count = Long.parseLong(entry[2]);
      byte[] root = climb(members, "batchPath", leaf, members.path("position").asLong(), count);
      if (!Arrays.equals(root, Base64.getDecoder().decode(entry[4]))) faults.add("batch");
      String[] note = members.path("checkpoint").asText().split("\n", -1);
      byte[] inLog = SlowTree.leaf(members.path("entry").asText().getBytes(UTF_8));
      byte[] top =
          climb(members, "logPath", inLog, members.path("batch").asLong(), Long.parseLong(note[1]));
      if (!Arrays.equals(top, Base64.getDecoder().decode(note[2]))) faults.add("log");
      if (!isSigned(note, verifyKey)) faults.add("checkpoint");
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      faults.add("unreadable: " + e.getMessage());
    }
    return faults;
  }

  private static byte[] climb(JsonNode members, String path, byte[] leaf, long index, long size) {
    if (index < 0 || index >= size) throw new IllegalArgumentException("no such leaf");
    var steps = new ArrayList<byte[]>();
    members.path(path).forEach(step -> steps.add(bytes(step.asText())));
    return SlowTree.climb(leaf, index, size, steps);
  }

  /** Base64 has several spellings for some values; only the one an encoder writes is taken. */
  private static byte[] bytes(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (!Base64.getEncoder().encodeToString(bytes).equals(base64))
      throw new IllegalArgumentException("another spelling of base64");
    return bytes;
  }

  /** Lines 0 to 2 are signed; line 3 is empty; line 4 is dash, name, base64 of id and signature. */
  private static boolean isSigned(String[] note, String verifyKey) {
    String[] key = verifyKey.split("\\+", 3);
    byte[] typed = Base64.getDecoder().decode(key[2]);
    byte[] id = Arrays.copyOf(SlowTree.sha256((key[0] + "\n").getBytes(UTF_8), typed), 4);
    if (!note[0].equals(key[0]) || !note[3].isEmpty()) return false;
    String start = "— " + key[0] + " ";
    if (!note[4].startsWith(start)) return false;
    byte[] named = bytes(note[4].substring(start.length()));
    if (!Arrays.equals(id, Arrays.copyOf(named, 4))) return false;
    String body = note[0] + "\n" + note[1] + "\n" + note[2] + "\n";
    return verifies(
        Arrays.copyOfRange(typed, 1, 33),
        body.getBytes(UTF_8),
        Arrays.copyOfRange(named, 4, named.length));
  }

  private static boolean verifies(byte[] key, byte[] message, byte[] signature) {
    try {
      var encoded = Arrays.copyOf(X509, X509.length + key.length);
      System.arraycopy(key, 0, encoded, X509.length, key.length);
      var check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException _) {
      return false;
    }
  }
}
