package org.breakwater.spec;

import java.util.List;

/**
 * One text file of the repository.
 *
 * @param path relative to the repository, with `/` between its parts
 */
record SourceFile(String path, String text) {
  List<String> lines() {
    return text.lines().toList();
  }

  /** The line that holds the character at {@code offset}, counted from 1. */
  int lineAt(int offset) {
    return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
  }

  boolean isJava() {
    return path.endsWith(".java");
  }

  boolean isMarkdown() {
    return path.endsWith(".md");
  }

  /** Written for use, not for its tests. */
  boolean isMain() {
    return path.contains("/src/main/");
  }

  String folder() {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }
}
