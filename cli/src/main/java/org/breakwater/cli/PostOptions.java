package org.breakwater.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.breakwater.engine.Engine;
import org.breakwater.engine.content.ContentEvent;
import org.breakwater.engine.content.Surface;
import org.jspecify.annotations.Nullable;
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
  private @Nullable Instant at; // absent is a choice of its own: each post at its own time

  Surface surface() {
    return surface;
  }

  String lang() {
    return lang;
  }

  /** Gives the time each post is judged at. */
  Function<ContentEvent, Instant> clock(Engine engine) {
    Instant stated = at;
    return stated == null ? engine::timeOf : _ -> stated;
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

  static final class InstantText implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "`%s` is not an instant such as 2026-11-22T00:00:00Z".formatted(text));
      }
    }
  }
}
