package bursar.operations.bursar;

import bursar.domain.templates.PolicyTemplates;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The policies ready to use. They are public, so whoever is signed in may read them. */
public final class ListPolicyTemplates implements Operation<Nothing, ListPolicyTemplates.Answer> {
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ListPolicyTemplates", Nothing.class, Answer.class)
          .summary("Lists AWS's documented billing policies and the stricter ones beside them, each with what it does not do.")
          .exempt(Exemption.UNDENIABLE, AccessLevel.LIST)
          .example(Nothing::new)
          .build();

  private final PolicyTemplates templates;

  /** Lists these templates. */
  public ListPolicyTemplates(PolicyTemplates templates) {
    this.templates = templates;
  }

  /** All templates. */
  public record Answer(List<Template> templates) {}

  /**
   * A template.
   *
   * @param name its name
   * @param title what it does
   * @param intent what it is meant to do
   * @param kind {@code identity}, {@code resource} or {@code pointer}
   * @param policyDocument the policy's JSON; null for a pointer
   * @param warnings what it does not do, or does beside its intent
   * @param documentedAs its numbers in AWS's guides
   */
  public record Template(
      String name,
      String title,
      String intent,
      String kind,
      @Nullable String policyDocument,
      List<String> warnings,
      List<String> documentedAs) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    return new Answer(templates.all().stream()
        .map(template -> new Template(template.name(), template.title(), template.intent(), template.kind().name().toLowerCase(Locale.ROOT),
            template.document(), template.warnings(), template.documentedAs()))
        .toList());
  }
}
