package org.breakwater.spec.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.breakwater.server.http.ReceiptJson;
import org.breakwater.store.decision.Receipt;
import org.breakwater.store.merkle.Checkpoint;
import org.breakwater.store.merkle.EntryKind;
import org.breakwater.store.merkle.Hash;
import org.breakwater.store.merkle.LogEntry;
import org.breakwater.store.merkle.LogKey;
import org.breakwater.store.merkle.Note;
import org.breakwater.store.merkle.Tree;
import org.junit.jupiter.api.Test;

/** The store's receipts against {@link SlowReceipt}, whole and with every character changed. */
class ReceiptOracleTest {
  private static final LogKey KEY = LogKey.generate("localhost/breakwater/spec");
  private static final String VERIFY_KEY = KEY.verifyKey().toString();
  private static final byte[] DECISION = "{\"id\":\"p4\",\"outcome\":\"review\"}".getBytes(UTF_8);
  private static final Receipt RECEIPT = receipt(4, 6, 11, 23);
  private static final String TEXT = ReceiptJson.text(RECEIPT);

  private static Receipt receipt(int position, int count, int batch, int size) {
    Hash salt = hash("salt");
    Hash leaf = Hash.ofLeaf(salt.bytes(), DECISION);
    Tree inBatch = tree(position, count, leaf);
    Instant at = Instant.parse("2026-12-01T00:00:00Z");
    var entry = new LogEntry(EntryKind.DECISIONS, count, at, inBatch.root());
    Tree log = tree(batch, size, entry.leaf());
    var checkpoint = new Checkpoint(KEY.verifyKey().name(), size, log.root());
    return new Receipt(
        UUID.fromString("01a22f2b-c1eb-7000-96a4-f7d1f9991f8b"),
        batch,
        position,
        salt,
        leaf,
        inBatch.inclusion(position),
        entry.text(),
        log.inclusion(batch),
        Note.sign(checkpoint, KEY));
  }

  private static Tree tree(int at, int size, Hash leaf) {
    return Tree.of(
        IntStream.range(0, size).mapToObj(i -> i == at ? leaf : hash("other " + i)).toList());
  }

  private static Hash hash(String text) {
    return Hash.ofLeaf(text.getBytes(UTF_8));
  }

  @Test
  void receipts_holdByBothReadings() {
    for (int count = 1; count <= 9; count++) {
      for (int position = 0; position < count; position++) {
        Receipt receipt = receipt(position, count, position, count + 3);
        assertThat(receipt.faults(KEY.verifyKey(), DECISION)).isEmpty();
        assertThat(SlowReceipt.faults(ReceiptJson.text(receipt), DECISION, VERIFY_KEY)).isEmpty();
      }
    }
  }

  @Test
  void everyChangedCharacterOfAReceipt_isFoundByBothReadings() {
    int members = TEXT.indexOf("\"batch\"");
    for (int i = members; i < TEXT.length(); i++) {
      char changed = TEXT.charAt(i) == 'A' ? 'B' : 'A';
      String text = TEXT.substring(0, i) + changed + TEXT.substring(i + 1);
      assertThat(SlowReceipt.faults(text, DECISION, VERIFY_KEY)).as(text).isNotEmpty();
      assertThat(faults(text)).as(text).isNotEmpty();
    }
  }

  private static List<String> faults(String text) {
    return ReceiptJson.parse(text.getBytes(UTF_8))
        .map(receipt -> receipt.faults(KEY.verifyKey(), DECISION))
        .orElse(List.of("no receipt"));
  }

  @Test
  void everyFlippedBitOfTheDecision_isFound() {
    for (int bit = 0; bit < DECISION.length * 8; bit++) {
      byte[] flipped = DECISION.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(RECEIPT.faults(KEY.verifyKey(), flipped))
          .containsExactly("the decision is not the one the leaf commits to");
      assertThat(SlowReceipt.faults(TEXT, flipped, VERIFY_KEY)).containsExactly("leaf");
    }
  }
}
