package bursar.storage.costs;

import bursar.domain.Failure;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file somebody wants imported: what kind of file it is by its first bytes, whatever its name says, and a text file's header.
 *
 * @param path where it is
 * @param kind Parquet or text
 * @param compressed whether the text is compressed by gzip
 * @param delimiter what stands between a text file's values
 * @param header the names of a text file's columns; empty for Parquet
 * @param rowsAbout about how many rows a text file has, by its size and its beginning; -1 for Parquet, which says it exactly
 */
record SourceFile(Path path, Kind kind, boolean compressed, char delimiter, List<String> header, long rowsAbout) {
  private static final int HEADER_BYTES_MAX = 4 << 20;
  private static final int SAMPLE_BYTES = 1 << 20;
  private static final char[] DELIMITERS = {',', '\u0001', '\t', ';'};

  /** What kind of file it is. */
  enum Kind {
    PARQUET,
    TEXT
  }

  /** The name shown to people. */
  String name() {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }

  /** Looks at the beginning of a file; refuses one that cannot be cost data. */
  static SourceFile at(Path path) {
    String name = String.valueOf(path.getFileName());
    try (CountedStream counted = new CountedStream(Files.newInputStream(path)); InputStream file = new BufferedInputStream(counted)) {
      file.mark(4);
      byte[] magic = file.readNBytes(4);
      file.reset();
      if (magic.length == 0) {
        throw invalid(name + " is empty.");
      }
      if (new String(magic, StandardCharsets.ISO_8859_1).equals("PAR1")) {
        return new SourceFile(path, Kind.PARQUET, false, ',', List.of(), -1);
      }
      if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
        throw invalid(name + " is a ZIP archive. Unpack it, and import the files in it.");
      }
      boolean gzip = magic.length > 1 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
      InputStream text = gzip ? new BufferedInputStream(new GZIPInputStream(file)) : file;
      String header = headerLine(text, name);
      byte[] sample = text.readNBytes(SAMPLE_BYTES);
      refuseGarbage(sample, name);
      return text(path, gzip, header, rowsAbout(sample, counted.count, Files.size(path)));
    } catch (EOFException | ZipException e) {
      throw invalid(name + " is damaged or cut off: its gzip data ends or breaks in the midst of it.");
    } catch (NoSuchFileException e) {
      throw invalid("There is no file " + path + ".");
    } catch (IOException e) {
      throw invalid(path + " cannot be read: " + e.getMessage() + ".");
    }
  }

  /** The rows of the beginning, times how much larger the file is. */
  private static long rowsAbout(byte[] sample, long bytesRead, long bytesAll) {
    long rows = 0;
    for (byte each : sample) {
      rows += each == '\n' ? 1 : 0;
    }
    return sample.length < SAMPLE_BYTES ? rows : Math.round((double) rows * bytesAll / bytesRead);
  }

  /** Counts the bytes that were read of a file. */
  private static final class CountedStream extends FilterInputStream {
    private long count;

    CountedStream(InputStream file) {
      super(file);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  private static SourceFile text(Path path, boolean gzip, String line, long rowsAbout) {
    char delimiter = ',';
    int columnsMax = 0;
    for (char candidate : DELIMITERS) {
      int columns = split(line, candidate).size();
      if (columns > columnsMax) {
        delimiter = candidate;
        columnsMax = columns;
      }
    }
    return new SourceFile(path, Kind.TEXT, gzip, delimiter, split(line, delimiter), rowsAbout);
  }

  private static String headerLine(InputStream bytes, String name) throws IOException {
    byte[] line = new byte[1 << 12];
    int length = 0;
    boolean quoted = false;
    for (int next = bytes.read(); next >= 0 && (quoted || next != '\n'); next = bytes.read()) {
      if (next == 0) {
        throw invalid(name + " is neither Parquet nor text, so it is no cost data that Bursar can read.");
      }
      if (length == HEADER_BYTES_MAX) {
        throw invalid(name + " has no header: its first line is longer than any list of columns.");
      }
      if (length == line.length) {
        line = java.util.Arrays.copyOf(line, 2 * length);
      }
      quoted ^= next == '"';
      line[length++] = (byte) next;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(line, 0, length)).toString();
      String withoutMark = text.startsWith("\ufeff") ? text.substring(1) : text;
      return withoutMark.endsWith("\r") ? withoutMark.substring(0, withoutMark.length() - 1) : withoutMark;
    } catch (CharacterCodingException e) {
      throw invalid(name + " is neither Parquet nor UTF-8 text, so it is no cost data that Bursar can read.");
    }
  }

  /** Refuses a file whose first rows are mostly no text: reading on could take hours, and would find nothing. */
  private static void refuseGarbage(byte[] sample, String name) {
    int rows = 0;
    int unreadable = 0;
    int start = 0;
    for (int at = 0; at < sample.length; at++) {
      if (sample[at] == '\n') {
        rows++;
        unreadable += isText(sample, start, at) ? 0 : 1;
        start = at + 1;
      }
    }
    if (rows == 0 && sample.length == SAMPLE_BYTES) {
      throw invalid(name + ": row 1 does not end within " + SAMPLE_BYTES + " bytes, so this is no table.");
    }
    if (start < sample.length && sample.length < SAMPLE_BYTES) {
      rows++;
      unreadable += isText(sample, start, sample.length) ? 0 : 1;
    }
    if (2 * unreadable > rows) {
      throw invalid(name + " has a header, but from row 1 on " + unreadable + " of its first " + rows + " rows are not UTF-8 text.");
    }
  }

  private static boolean isText(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      if (bytes[at] == 0) {
        return false;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)) != null;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static List<String> split(String line, char delimiter) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (sign == '"') {
        if (quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
          value.append('"');
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (sign == delimiter && !quoted) {
        values.add(value.toString().strip());
        value.setLength(0);
      } else {
        value.append(sign);
      }
    }
    values.add(value.toString().strip());
    return values;
  }

  static Failure invalid(String sentence) {
    return new Failure("ValidationException", sentence);
  }
}
