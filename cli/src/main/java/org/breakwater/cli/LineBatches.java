package org.breakwater.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of several files, one after the other, in batches. */
final class LineBatches implements OrderedDecisions.Batches<LineBatches.Batch> {
  private static final int LINES_MAX = 256;
  private static final int BATCH_BYTES = 1 << 18;

  private final Lines none = new Lines("", InputStream.nullInputStream());

  private final Iterator<InputFile> files;
  private final InputStream standardInput;
  private long bytesOfClosedFiles;
  private InputFile.@Nullable Opened open; // the file being read; none before the first
  private Lines lines = none;
  private String name = "";
  private String fault = "";

  LineBatches(List<InputFile> files, InputStream standardInput) {
    this.files = files.iterator();
    this.standardInput = standardInput;
  }

  /**
   * Lines that are worked on together.
   *
   * @param bytesTaken what had been taken from the files when the last of them was read
   */
  record Batch(List<Line> lines, long bytesTaken) {}

  private long bytesTaken() {
    return bytesOfClosedFiles + (open == null ? 0 : open.bytesTaken());
  }

  /** Why reading ended before the last file's end; empty when it did not. */
  String fault() {
    return fault;
  }

  /** The next lines, in order; empty after the last file or where reading failed. */
  @Override
  public Optional<Batch> next() {
    var batch = new ArrayList<Line>();
    long bytes = 0;
    while (batch.size() < LINES_MAX && bytes < BATCH_BYTES) {
      Optional<Line> line = nextLine();
      if (line.isEmpty()) break;
      batch.add(line.get());
      bytes += line.get().size();
    }
    return batch.isEmpty() ? Optional.empty() : Optional.of(new Batch(batch, bytesTaken()));
  }

  private Optional<Line> nextLine() {
    if (!fault.isEmpty()) return Optional.empty();
    try {
      Optional<Line> line = lines.next();
      while (line.isEmpty() && files.hasNext()) {
        openNext();
        line = lines.next();
      }
      if (line.isEmpty()) close();
      return line;
    } catch (IOException e) {
      String reason = Optional.ofNullable(e.getMessage()).orElse("it ends too early");
      fault = "cannot read `%s` to its end: %s".formatted(name, reason);
      return Optional.empty();
    }
  }

  private void openNext() throws IOException {
    close();
    InputFile file = files.next();
    name = file.name();
    var opened = file.open(standardInput);
    open = opened;
    lines = new Lines(name, opened.plain());
  }

  private void close() throws IOException {
    if (open == null) return;
    bytesOfClosedFiles += open.bytesTaken();
    open.close();
    open = null;
    lines = none;
  }
}
