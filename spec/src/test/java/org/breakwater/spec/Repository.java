package org.breakwater.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The source tree this test runs in. */
record Repository(Path root) {
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", ".vscode");

  /** The nearest folder upward of the working directory that holds {@code bw}. */
  static Repository here() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("bw"))) {
      var parent = folder.getParent();
      if (parent == null) throw new IllegalStateException("no folder above holds `bw`");
      folder = parent;
    }
    return new Repository(folder);
  }

  boolean has(String path) {
    return Files.exists(root.resolve(path));
  }

  /** Every text file that git tracks or would track, in order of path. */
  List<SourceFile> files() {
    return paths().stream().sorted().map(this::read).flatMap(Optional::stream).toList();
  }

  /** Every file that git tracks or would track, pictures too. */
  Set<String> names() {
    return paths().stream().filter(this::has).collect(Collectors.toUnmodifiableSet());
  }

  private List<String> paths() {
    try {
      var git =
          new ProcessBuilder("git", "ls-files", "-z", "-co", "--exclude-standard")
              .directory(root.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? List.of(names.split("\0")) : walk();
    } catch (IOException withoutGit) {
      return walk();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while listing the files", e);
    }
  }

  private List<String> walk() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(root::relativize)
          .filter(path -> !NOT_OURS.stream().anyMatch(name -> contains(path, name)))
          .map(path -> path.toString().replace('\\', '/'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean contains(Path path, String name) {
    for (var part : path) if (part.toString().equals(name)) return true;
    return false;
  }

  /** Absent for what is not UTF-8 text, and for what git still tracks but is gone. */
  private Optional<SourceFile> read(String path) {
    var file = root.resolve(path);
    if (!Files.isRegularFile(file)) return Optional.empty();
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
      return text.indexOf('\0') < 0 ? Optional.of(new SourceFile(path, text)) : Optional.empty();
    } catch (CharacterCodingException binary) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
