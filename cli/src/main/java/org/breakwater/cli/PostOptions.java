package org.breakwater.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.breakwater.engine.content.Surface;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is assumed about posts that do not say it themselves. */
final class PostOptions {
  @Option(
      names = "--surface",
      paramLabel = "WORD",
      converter = SurfaceWord.class,
      description = "Where posts stand that do not say; default: post.")
  private Surface surface = Surface.POST;

  @Option(
      names = "--lang",
      paramLabel = "TAG",
      description = "Language of posts that do not say, such as `es`; default: found by words.")
  private String lang = "";

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = InstantText.class,
      description =
          "Time of judgement, such as 2026-11-22T00:00:00Z; default: the post's, else the pack's.")
  private Optional<Instant> at = Optional.empty();

  Surface surface() {
    return surface;
  }

  String lang() {
    return lang;
  }

  /** The time all posts are judged at; empty when each has its own. */
  Optional<Instant> at() {
    return at;
  }

  static final class SurfaceWord implements ITypeConverter<Surface> {
    @Override
    public Surface convert(String word) {
      return Surface.named(word)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "unknown surface `%s`; one of %s"
                          .formatted(word, String.join(", ", Surface.words()))));
    }
  }

  static final class InstantText implements ITypeConverter<Optional<Instant>> {
    @Override
    public Optional<Instant> convert(String text) {
      try {
        return Optional.of(Instant.parse(text));
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "`%s` is not an instant such as 2026-11-22T00:00:00Z".formatted(text));
      }
    }
  }
}
