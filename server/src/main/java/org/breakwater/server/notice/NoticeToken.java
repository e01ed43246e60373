package org.breakwater.server.notice;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.breakwater.casework.notice.Circumstances.Decided;
import org.breakwater.casework.notice.Circumstances.Found;
import org.breakwater.casework.notice.Ground;
import org.breakwater.casework.notice.Restricted;
import org.breakwater.casework.notice.Restriction;
import org.breakwater.casework.notice.StatementOfReasons;
import org.breakwater.engine.policy.Label;
import org.breakwater.engine.text.Span;

/**
 * What a link carries, so that nothing has to be kept to show its page: the statement, and where
 * the words stand that led to it. Never an author, and never the words.
 *
 * @param content the content's name under the key outside the database
 * @param isRecorded whether the decision's author is recorded
 * @param marked in order, apart from each other; those of the field {@code text} are carried
 */
record NoticeToken(
    StatementOfReasons statement,
    UUID content,
    int revision,
    boolean isRecorded,
    List<Span> marked) {

  private static final int FORM = 1;
  private static final int MARKED_MAX = 40;

  NoticeToken {
    marked = marked.stream().filter(span -> span.field().equals("text")).limit(MARKED_MAX).toList();
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      write(out, statement.decision());
      write(out, content);
      out.writeInt(revision);
      out.writeBoolean(isRecorded);
      write(out, statement);
      out.writeByte(marked.size());
      for (Span span : marked) {
        out.writeInt(span.start());
        out.writeInt(span.end());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, UUID uuid) throws IOException {
    out.writeLong(uuid.getMostSignificantBits());
    out.writeLong(uuid.getLeastSignificantBits());
  }

  private static void write(DataOutputStream out, StatementOfReasons statement) throws IOException {
    out.writeLong(statement.on().toEpochDay());
    out.writeByte(statement.restrictions().size());
    for (Restricted each : statement.restrictions()) {
      out.writeUTF(each.restriction().word());
      out.writeShort(each.days());
    }
    Ground ground = statement.ground();
    out.writeUTF(ground.policy());
    out.writeUTF(ground.clause());
    out.writeUTF(ground.label().word());
    out.writeBoolean(ground.helpFirst());
    out.writeUTF(statement.found().word());
    out.writeUTF(statement.decided().word());
    out.writeShort(statement.marks());
    out.writeUTF(statement.lang());
    out.writeLong(statement.appealUntil().toEpochDay());
    out.writeUTF(statement.proof().origin());
    out.writeLong(statement.proof().size());
    out.writeUTF(statement.proof().root());
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws IllegalArgumentException if it is of another form, such as that of a later release
   */
  static NoticeToken of(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORM) throw new IllegalArgumentException("another form");
      UUID decision = uuid(in);
      UUID content = uuid(in);
      int revision = in.readInt();
      boolean isRecorded = in.readBoolean();
      StatementOfReasons statement = statement(in, decision);
      List<Span> marked = new ArrayList<>();
      int count = in.readByte();
      for (int i = 0; i < count; i++) marked.add(new Span("text", in.readInt(), in.readInt()));
      return new NoticeToken(statement, content, revision, isRecorded, marked);
    } catch (IOException | NoSuchElementException e) {
      throw new IllegalArgumentException("another form", e);
    }
  }

  private static UUID uuid(DataInputStream in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }

  private static StatementOfReasons statement(DataInputStream in, UUID decision)
      throws IOException {
    LocalDate on = LocalDate.ofEpochDay(in.readLong());
    List<Restricted> restrictions = new ArrayList<>();
    int count = in.readByte();
    for (int i = 0; i < count; i++)
      restrictions.add(
          new Restricted(Restriction.named(in.readUTF()).orElseThrow(), in.readShort()));
    var ground =
        new Ground(
            in.readUTF(), in.readUTF(), Label.named(in.readUTF()).orElseThrow(), in.readBoolean());
    return new StatementOfReasons(
        decision,
        on,
        restrictions,
        ground,
        Found.named(in.readUTF()).orElseThrow(),
        Decided.named(in.readUTF()).orElseThrow(),
        in.readShort(),
        in.readUTF(),
        LocalDate.ofEpochDay(in.readLong()),
        new StatementOfReasons.LogProof(in.readUTF(), in.readLong(), in.readUTF(), decision));
  }
}
