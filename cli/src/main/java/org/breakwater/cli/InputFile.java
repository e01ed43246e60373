package org.breakwater.cli;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A file of posts, or standard input, gunzipped when its first bytes say so.
 *
 * @param name as the user wrote it; {@code -} is standard input
 */
record InputFile(String name, Path path) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String STANDARD_INPUT = "-";

  /**
   * The files of that name.
   *
   * @throws EnvironmentFault naming every one that cannot be read, before any is opened
   */
  static List<InputFile> all(List<String> names, Terminal terminal) {
    List<InputFile> files =
        names.stream().map(name -> new InputFile(name, terminal.resolve(name))).toList();
    List<String> faults = files.stream().flatMap(file -> file.fault().stream()).toList();
    if (!faults.isEmpty()) throw new EnvironmentFault(String.join("\n", faults));
    return files;
  }

  private Optional<String> fault() {
    if (name.equals(STANDARD_INPUT) || (Files.isReadable(path) && !Files.isDirectory(path))) {
      return Optional.empty();
    }
    if (Files.isDirectory(path)) return Optional.of("`" + name + "` is a folder; name its files");
    return Optional.of(
        Files.exists(path) ? "may not read file `" + name + "`" : "no file `" + name + "`");
  }

  /** Bytes on disk; 0 for standard input, of which nobody knows. */
  long size() {
    if (name.equals(STANDARD_INPUT)) return 0;
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  /** The file's own name, without its folders. */
  String shortName() {
    Path last = Path.of(name).getFileName();
    return last == null ? name : last.toString();
  }

  /** Opens it for reading from the start. */
  Opened open(InputStream standardInput) throws IOException {
    InputStream raw = name.equals(STANDARD_INPUT) ? standardInput : Files.newInputStream(path);
    var counted = new Counted(raw);
    var buffered = new BufferedInputStream(counted, BUFFER_BYTES);
    return new Opened(
        isGzip(buffered) ? new GZIPInputStream(buffered, BUFFER_BYTES) : buffered, counted);
  }

  private static boolean isGzip(BufferedInputStream stream) throws IOException {
    stream.mark(2);
    byte[] magic = stream.readNBytes(2);
    stream.reset();
    return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
  }

  /** An open file: its plain bytes, and how many of its own bytes were taken so far. */
  static final class Opened implements Closeable {
    private final InputStream plain;
    private final Counted counted;

    private Opened(InputStream plain, Counted counted) {
      this.plain = plain;
      this.counted = counted;
    }

    InputStream plain() {
      return plain;
    }

    long bytesTaken() {
      return counted.taken;
    }

    @Override
    public void close() throws IOException {
      plain.close();
    }
  }

  private static final class Counted extends FilterInputStream {
    private long taken;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) taken++;
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      if (count > 0) taken += count;
      return count;
    }
  }
}
