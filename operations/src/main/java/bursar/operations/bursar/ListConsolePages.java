package bursar.operations.bursar;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import bursar.operations.gate.Caller;
import bursar.operations.gate.ConsolePage;
import bursar.operations.gate.Gate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pages of the console the caller may open, so that navigation shows no others. */
public final class ListConsolePages implements Operation<Nothing, ListConsolePages.Answer> {
  private static final Declaration<Nothing, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ListConsolePages", Nothing.class, Answer.class)
          .summary("Says which pages of the console the caller may open, and why not the others.")
          .exempt(Exemption.UNDENIABLE, AccessLevel.LIST)
          .example(Nothing::new)
          .build();

  private final Gate gate;

  /** Asks this gate. */
  public ListConsolePages(Gate gate) {
    this.gate = gate;
  }

  /** All pages, in the order of the navigation. */
  public record Answer(List<Page> pages) {}

  /**
   * A page.
   *
   * @param page its name
   * @param allowed whether the caller may open it
   * @param message why not; null when allowed
   */
  public record Page(String page, Boolean allowed, @Nullable String message) {}

  @Override
  public Declaration<Nothing, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Nothing> call) {
    Caller inConsole = Callers.over(call.caller(), Caller.Surface.CONSOLE);
    return new Answer(Arrays.stream(ConsolePage.values()).map(page -> page(inConsole, page)).toList());
  }

  private Page page(Caller caller, ConsolePage page) {
    return gate.opens(caller, page)
        ? new Page(page.wireName(), true, null)
        : new Page(page.wireName(), false, gate.explain(caller, page).message());
  }
}
