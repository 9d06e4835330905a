package bursar.operations.bursar;

import bursar.domain.Failure;
import bursar.domain.accounts.AccountId;
import bursar.domain.accounts.Accounts;
import bursar.domain.costs.CostImporter;
import bursar.domain.costs.CostUploads;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Concerns;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Exemption;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Need;
import bursar.operations.declaration.Operation;
import bursar.operations.gate.Authorized;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets cost files be sent to this server, each with one PUT; the import begins by itself when the last has arrived. */
public final class CreateCostUpload implements Operation<CreateCostUpload.Request, CreateCostUpload.Answer> {
  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._=+@-]{0,199}");
  private static final Declaration<Request, Answer> DECLARATION =
      Declaration.of(BursarService.DEFINITION, "CreateCostUpload", Request.class, Answer.class)
          .summary("Opens an upload of cost files: PUT each file to its own address, once; the import begins when the last has arrived.")
          .needs(Need.billingData("bursar:CreateCostUpload", "aws-portal:ModifyBilling"), AccessLevel.WRITE)
          .exempt(Exemption.OPERATOR_TOO, AccessLevel.WRITE)
          .rules(MemberRule.required("FileNames").range(1, 200), CostDataOwner.DATA_SET, CostDataOwner.ACCOUNT_ID)
          .errors(BursarService.NO_SUCH_ENTITY, BursarService.LIMIT_EXCEEDED)
          .example(() -> new Request(List.of("october.csv.gz"), null, null, null, null))
          .build();

  private final Accounts accounts;
  private final CostUploads uploads;
  private final long bytesMax;

  /**
   * Over these rooms.
   *
   * @param bytesMax how large one file may be
   */
  public CreateCostUpload(Accounts accounts, CostUploads uploads, long bytesMax) {
    this.accounts = accounts;
    this.uploads = uploads;
    this.bytesMax = bytesMax;
  }

  /**
   * What will be sent.
   *
   * @param fileNames the names of the files, each once; with a report's manifest exactly the files it names are imported
   * @param dataSet the data set whose months are replaced; null for the account's main one
   * @param again whether deliveries of reports that are there already are imported once more; null for no
   * @param severalPayers whether reports of several payer accounts may be mixed; null for no
   * @param accountId whose data it is; for the operator
   */
  public record Request(List<String> fileNames, @Nullable String dataSet, @Nullable Boolean again, @Nullable Boolean severalPayers,
      @Nullable String accountId) {}

  /** Where one file is sent: a path of this server with a secret in it, good for one PUT. */
  public record Target(String fileName, String url) {
    @Override
    public String toString() {
      return "Target[fileName=" + fileName + "]";
    }
  }

  /**
   * The open upload.
   *
   * @param uploadId names it
   * @param accountId whose data it is
   * @param targets where each file is sent
   * @param expiresAt until when files are taken
   * @param bytesMax how large one file may be
   */
  public record Answer(String uploadId, String accountId, List<Target> targets, Instant expiresAt, Long bytesMax) implements Concerns {
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
    Request wanted = call.input();
    AccountId owner = CostDataOwner.of(call, wanted.accountId(), accounts);
    for (String name : wanted.fileNames()) {
      if (!FILE_NAME.matcher(name).matches()) {
        throw new Failure("ValidationException", "'" + name + "' is no name for a file: use letters, digits, blanks and . _ = + @ -.");
      }
    }
    if (new HashSet<>(wanted.fileNames()).size() < wanted.fileNames().size()) {
      throw new Failure("ValidationException", "Two files of one upload cannot have the same name.");
    }
    CostUploads.Opened opened = uploads.open(new CostImporter.Request(owner, CostDataOwner.dataSet(wanted.dataSet()),
        wanted.fileNames().stream().map(Path::of).toList(), call.caller().principal().arn(), Boolean.TRUE.equals(wanted.again()),
        Boolean.TRUE.equals(wanted.severalPayers())));
    List<Target> targets = new ArrayList<>();
    for (int at = 0; at < wanted.fileNames().size(); at++) {
      targets.add(new Target(wanted.fileNames().get(at), "/uploads/" + opened.upload().uploadId() + "?token=" + opened.tokens().get(at)));
    }
    return new Answer(opened.upload().uploadId(), owner.digits(), targets, opened.upload().expiresAt(), bytesMax);
  }
}
