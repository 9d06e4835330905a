package bursar.domain.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The templates that ship with the product.
 *
 * <p>Sources: the numbered example policies of the AWS Billing and Cost Management guide (2017 to 2020), and the example policies of the
 * current billing and cost management guides. Documents that two guides share are one template that both numbers find.
 */
public final class PolicyTemplates {
  /** The template that guards an account with one click when the switch goes on: it takes billing away and gives nothing. */
  public static final String GUARD = "example-4-deny-only";

  private static final int COLUMNS = 6;

  private final Map<String, PolicyTemplate> byName = new LinkedHashMap<>();
  private final Map<String, PolicyTemplate> byNumber = new LinkedHashMap<>();

  private PolicyTemplates(List<PolicyTemplate> templates) {
    for (PolicyTemplate template : templates) {
      if (byName.put(template.name(), template) != null) {
        throw new IllegalStateException("Two templates are called " + template.name() + ".");
      }
      for (String number : template.documentedAs()) {
        if (byNumber.put(number.toLowerCase(Locale.ROOT), template) != null) {
          throw new IllegalStateException("Two templates are documented as " + number + ".");
        }
      }
    }
  }

  /** The templates that ship with the product. */
  public static PolicyTemplates shipped() {
    return Shipped.TEMPLATES;
  }

  /** All templates, each once: the numbered series first, then today's guides. */
  public Collection<PolicyTemplate> all() {
    return List.copyOf(byName.values());
  }

  /** The template of that name, or with that number in a guide ({@code 4a}, {@code B16-2023}, {@code C23}). */
  public Optional<PolicyTemplate> find(String nameOrNumber) {
    String key = nameOrNumber.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(byName.containsKey(key) ? byName.get(key) : byNumber.get(key));
  }

  private static final class Shipped {
    static final PolicyTemplates TEMPLATES = load();

    private static PolicyTemplates load() {
      Map<String, String> warnings = new LinkedHashMap<>();
      for (String[] cells : rows("warnings.tsv", 2)) {
        warnings.put(cells[0], cells[1]);
      }
      List<PolicyTemplate> templates = new ArrayList<>();
      for (String[] cells : rows("templates.tsv", COLUMNS)) {
        PolicyTemplate.Kind kind = PolicyTemplate.Kind.valueOf(cells[2].toUpperCase(Locale.ROOT));
        templates.add(new PolicyTemplate(cells[0], Arrays.asList(cells[1].split(",")), kind, cells[3], cells[4],
            sentences(cells[5], warnings), document(cells[0], kind)));
      }
      return new PolicyTemplates(templates);
    }

    private static List<String> sentences(String codes, Map<String, String> warnings) {
      if (codes.equals("-")) {
        return List.of();
      }
      return Arrays.stream(codes.split(",")).map(code -> {
        String sentence = warnings.get(code);
        if (sentence == null) {
          throw new IllegalStateException("There is no warning called " + code + ".");
        }
        return sentence;
      }).toList();
    }

    private static @Nullable String document(String name, PolicyTemplate.Kind kind) {
      return kind == PolicyTemplate.Kind.POINTER ? null : text(name + ".json");
    }

    private static List<String[]> rows(String resource, int columns) {
      List<String[]> rows = new ArrayList<>();
      for (String line : text(resource).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          if (cells.length != columns) {
            throw new IllegalStateException(resource + " has a line of " + cells.length + " columns: " + line);
          }
          rows.add(cells);
        }
      }
      return rows;
    }

    private static String text(String resource) {
      try (InputStream in = PolicyTemplates.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("A template is missing from the product: " + resource);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + resource, e);
      }
    }
  }
}
