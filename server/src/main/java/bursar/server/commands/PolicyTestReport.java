package bursar.server.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tests of policies came to, for people and for build servers. */
record PolicyTestReport(List<Suite> suites) {
  /** The cases of one file. */
  record Suite(String name, List<Result> results) {
    int failures() {
      return (int) results.stream().filter(result -> result.failure() != null).count();
    }
  }

  /**
   * What became of a case.
   *
   * @param line where it stands in its file, counted from 1
   * @param failure what is wrong, as a sentence; null when it is as expected
   */
  record Result(int line, String name, @Nullable String failure) {}

  int count() {
    return suites.stream().mapToInt(suite -> suite.results().size()).sum();
  }

  int failures() {
    return suites.stream().mapToInt(Suite::failures).sum();
  }

  /** For people: the failures, and a count. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (Suite suite : suites) {
      for (Result result : suite.results()) {
        if (result.failure() != null) {
          text.append("FAILED ").append(suite.name()).append(':').append(result.line()).append(' ').append(result.name()).append("\n  ")
              .append(result.failure()).append('\n');
        }
      }
    }
    return text.append(count() - failures()).append(" passed, ").append(failures()).append(" failed, in ").append(suites.size())
        .append(suites.size() == 1 ? " file.\n" : " files.\n").toString();
  }

  /** For build servers: JUnit's XML form. */
  String junit() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites tests=\"").append(count()).append("\" failures=\"").append(failures()).append("\">\n");
    for (Suite suite : suites) {
      xml.append("  <testsuite name=\"").append(escaped(suite.name())).append("\" tests=\"").append(suite.results().size())
          .append("\" failures=\"").append(suite.failures()).append("\" errors=\"0\" skipped=\"0\">\n");
      for (Result result : suite.results()) {
        xml.append("    <testcase classname=\"").append(escaped(suite.name())).append("\" name=\"").append(escaped(result.name())).append('"');
        if (result.failure() == null) {
          xml.append("/>\n");
        } else {
          xml.append(">\n      <failure message=\"").append(escaped(result.failure())).append("\"/>\n    </testcase>\n");
        }
      }
      xml.append("  </testsuite>\n");
    }
    return xml.append("</testsuites>\n").toString();
  }

  /** The text as an attribute's value; characters that XML 1.0 cannot hold become U+FFFD. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints().forEach(character -> {
      switch (character) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\n', '\r', '\t' -> escaped.append("&#").append(character).append(';');
        default -> escaped.appendCodePoint(
            character < 0x20 || character >= 0xD800 && character < 0xE000 || character == 0xFFFE || character == 0xFFFF ? 0xFFFD : character);
      }
    });
    return escaped.toString();
  }
}
