package org.breakwater.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void lines_areCutAtEitherLineEnd_andTheLastNeedsNone() throws IOException {
    assertThat(texts("a\r\nb\n\nc")).containsExactly("a", "b", "", "c");
  }

  @Test
  void emptyFile_hasNoLine() throws IOException {
    assertThat(texts("")).isEmpty();
  }

  @Test
  void byteOrderMark_isNotPartOfTheFirstLine() throws IOException {
    assertThat(texts("\ufeffa\n\ufeffb\n")).containsExactly("a", "\ufeffb");
  }

  @Test
  void lineOfOneMebibyte_isRead_andOneByteMoreIsNot() throws IOException {
    String longest = "x".repeat(Line.BYTES_MAX);
    List<Line> lines = lines((longest + "\r\n" + longest + "y\nz").getBytes(UTF_8));
    assertThat(lines.get(0).size()).isEqualTo(Line.BYTES_MAX);
    assertThat(lines.get(1)).isEqualTo(new Line.TooLong("f", 2));
    assertThat(((Line.Whole) lines.get(2)).text()).contains("z");
    assertThat(lines.get(2).place()).isEqualTo("f:3");
  }

  @Test
  void malformedUtf8_hasNoText() throws IOException {
    byte[] overlong = {(byte) 0xC0, (byte) 0xAF};
    assertThat(((Line.Whole) lines(overlong).getFirst()).text()).isEmpty();
  }

  private static List<String> texts(String file) throws IOException {
    return lines(file.getBytes(UTF_8)).stream()
        .map(line -> ((Line.Whole) line).text().orElseThrow())
        .toList();
  }

  private static List<Line> lines(byte[] file) throws IOException {
    var source = new Lines("f", new ByteArrayInputStream(file));
    var lines = new ArrayList<Line>();
    for (var line = source.next(); line.isPresent(); line = source.next()) lines.add(line.get());
    return lines;
  }
}
