package bursar.domain.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy ready to use.
 *
 * @param name its name here, such as {@code view-billing}
 * @param documentedAs the numbers it has in AWS's guides: plain numbers for the numbered series of 2017 to 2020 ({@code 4a} and {@code 4b}
 *     are the two forms of Example 4), B for today's billing guide, C for today's cost management guide, x for those of 2022 and 2023
 * @param kind what it is for
 * @param title what it does, as a title
 * @param intent what it is meant to do, as a sentence
 * @param warnings sentences on what it does not do, or does beside its intent
 * @param document the policy's JSON; null only for a {@link Kind#POINTER}
 */
public record PolicyTemplate(
    String name, List<String> documentedAs, Kind kind, String title, String intent, List<String> warnings, @Nullable String document) {

  /** What a template is for. */
  public enum Kind {
    /** Attached to users and groups. */
    IDENTITY,
    /** Put on a resource or a role, elsewhere. */
    RESOURCE,
    /** No policy: it says where the matter is settled. */
    POINTER
  }

  /** Keeps its own copies of the lists. */
  public PolicyTemplate {
    documentedAs = List.copyOf(documentedAs);
    warnings = List.copyOf(warnings);
  }
}
