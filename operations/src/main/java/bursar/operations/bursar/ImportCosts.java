package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.CostImporter;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins an import of cost files on the server's own disk, for the operator. */
public final class ImportCosts implements Operation<ImportCosts.Request, ImportCosts.Answer> {
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "ImportCosts", Request.class, Answer.class)
          .summary("Begins an import of cost files for an account, for the operator; GetCostImport says how far it is.")
          .exempt(Exemption.OPERATOR_ONLY, AccessLevel.WRITE)
          .rules(MemberRule.required("AccountId").matching("\\d{12}"), MemberRule.required("Paths").range(1, 1_000),
              CostDataOwner.DATA_SET)
          .errors(BursarService.NO_SUCH_ENTITY)
          .example(() -> new Request("111122223333", List.of("/srv/costs/october.csv.gz")))
          .build();

  private final Accounts accounts;
  private final BackgroundImports imports;

  /** Over these rooms. */
  public ImportCosts(Accounts accounts, BackgroundImports imports) {
    this.accounts = accounts;
    this.imports = imports;
  }

  /**
   * What to import.
   *
   * @param accountId the owner of the data, whatever payer the files show
   * @param paths absolute paths of files and folders on the server's disk
   * @param dataSet the data set whose months are replaced; null for the account's main one
   * @param again whether deliveries of reports that are there already are imported once more; null for no
   * @param severalPayers whether reports of several payer accounts may be mixed; null for no
   */
  public record Request(
      String accountId, List<String> paths, @Nullable String dataSet, @Nullable Boolean again, @Nullable Boolean severalPayers) {
    /** Plain files and folders into the main data set. */
    public Request(String accountId, List<String> paths) {
      this(accountId, paths, null, null, null);
    }
  }

  /** The import that was begun. */
  public record Answer(String importId, String accountId) implements Concerns {
    @Override
    public AccountId concernedAccount() {
      return new AccountId(accountId);
    }
  }

  @Override
  public Declaration<Request, Answer> declaration() {
    return DECLARATION;
  }

  @Override
  public Answer handle(Authorized<Request> call) {
    AccountId owner = accounts.get(new AccountId(call.input().accountId())).id();
    List<Path> paths = new ArrayList<>();
    for (String path : call.input().paths()) {
      paths.add(absolute(path));
    }
    String by = call.caller().principal().arn();
    return new Answer(imports.begin(new CostImporter.Request(owner, CostDataOwner.dataSet(call.input().dataSet()), paths, by,
        Boolean.TRUE.equals(call.input().again()), Boolean.TRUE.equals(call.input().severalPayers()))), owner.digits());
  }

  private static Path absolute(String text) {
    try {
      Path path = Path.of(text);
      if (path.isAbsolute()) {
        return path;
      }
      throw new Failure("ValidationException", "'" + text + "' is no absolute path, and the server does not know where you are.");
    } catch (InvalidPathException e) {
      throw new Failure("ValidationException", "'" + text + "' is no path.");
    }
  }
}
