package bursar.operations.exports;

import bursar.domain.costs.Visibility;
import bursar.domain.exports.ExportDefinition;
import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.domain.identity.Users;
import bursar.operations.dataexports.CreateExport;
import bursar.operations.cur.PutReportDefinition;
import bursar.operations.gate.AccessDenied;
import bursar.operations.gate.Caller;
import bursar.operations.gate.Gate;
import bursar.operations.gate.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bcmdataexports.model.CreateExportRequest;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.costandusagereport.model.PutReportDefinitionRequest;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;

/** What the owner of an export may see now: as if it defined the export this moment, from this machine. */
public final class ExportAccess {
  private final Gate gate;
  private final Users users;

  /** Asks that gate about those users. */
  public ExportAccess(Gate gate, Users users) {
    this.gate = gate;
    this.users = users;
  }

  /**
   * The rows it may see.
   *
   * @throws AccessDenied when the owner may no longer define such an export
   * @throws OwnerGone when there is no such user any more
   */
  public Visibility decide(ExportDefinition definition, Instant now) {
    Principal.OfAccount principal = principal(definition);
    if (principal == null) {
      throw new OwnerGone();
    }
    Caller caller =
        new Caller(principal, Caller.Surface.API, "127.0.0.1", "bursar exports", true, now, UUID.randomUUID().toString(), null);
    return switch (definition.kind()) {
      case EXPORT -> gate.authorize(caller, CreateExport.DECLARATION,
          CreateExportRequest.builder().export(Export.builder().name(definition.name()).build()).build()).visibility();
      case REPORT -> gate.authorize(caller, PutReportDefinition.DECLARATION, PutReportDefinitionRequest.builder()
          .reportDefinition(ReportDefinition.builder().reportName(definition.name()).build()).build()).visibility();
    };
  }

  private Principal.@Nullable OfAccount principal(ExportDefinition definition) {
    if (definition.owner().root()) {
      return new Principal.Root(definition.account());
    }
    Optional<User> user = users.findById(definition.account(), definition.owner().userId());
    return user.map(found -> new Principal.IamUser(found.account(), found.name(), found.path(), found.id(),
        users.tags(found).stream().collect(Collectors.toMap(Tag::key, Tag::value)))).orElse(null);
  }

  /** Who a caller is as the owner of what it defines. */
  public static ExportDefinition.Owner owner(Caller caller) {
    return new ExportDefinition.Owner(caller.principal() instanceof Principal.IamUser user ? user.id() : "");
  }

  /** The user for whom an export ran is no more. */
  public static final class OwnerGone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OwnerGone() {
      super("The user for whom the export runs is no more. Change the export, so that it runs for another.", null, false, false);
    }
  }
}
