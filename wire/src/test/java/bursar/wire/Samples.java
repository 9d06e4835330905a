package bursar.wire;

import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.Operation;
import bursar.operations.declaration.OperationCatalogue;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.Authorized;
import bursar.operations.shape.Shapes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsRequest;
import software.amazon.awssdk.services.cloudtrail.model.LookupEventsResponse;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.iam.model.CreateUserRequest;
import software.amazon.awssdk.services.iam.model.CreateUserResponse;
import software.amazon.awssdk.services.iam.model.DeleteUserRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserResponse;
import software.amazon.awssdk.services.iam.model.ListUsersRequest;
import software.amazon.awssdk.services.iam.model.ListUsersResponse;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** A service a protocol, with the operations tests speak. */
public final class Samples {
  public static final ServiceDefinition IAM = new ServiceDefinition(
      "iam", Protocol.AWS_QUERY, "2010-05-08", "", "https://iam.amazonaws.com/doc/2010-05-08/", "iam.amazonaws.com");
  public static final ServiceDefinition STS = new ServiceDefinition(
      "sts", Protocol.AWS_QUERY, "2011-06-15", "", "https://sts.amazonaws.com/doc/2011-06-15/", "sts.amazonaws.com");
  public static final ServiceDefinition CE = new ServiceDefinition(
      "ce", Protocol.AWS_JSON_1_1, "2017-10-25", "AWSInsightsIndexService", "", "ce.amazonaws.com");
  public static final ServiceDefinition CLOUDTRAIL = new ServiceDefinition(
      "cloudtrail", Protocol.AWS_JSON_1_1, "2013-11-01", "CloudTrail_20131101", "", "cloudtrail.amazonaws.com");
  public static final ServiceDefinition BURSAR = new ServiceDefinition(
      "bursar", Protocol.AWS_JSON_1_0, "2026-01-01", "Bursar", "", "bursar.amazonaws.com");
  public static final ServiceDefinition ACCOUNT = new ServiceDefinition(
      "account", Protocol.REST_JSON_1, "2021-02-01", "", "", "account.amazonaws.com");

  /** A record of every kind of member. */
  public record Everything(
      String text, Boolean flag, Integer count, Long size, BigDecimal amount, Instant at, List<String> names, Map<String, BigDecimal> byName,
      Part part, List<Part> parts, String password) {}

  /** A record inside. */
  public record Part(String name, Part inner) {}

  /** No members at all. */
  public record Nothing() {}

  public static final Declaration<CreateUserRequest, CreateUserResponse> CREATE_USER =
      declaration(IAM, "CreateUser", CreateUserRequest.class, CreateUserResponse.class);
  public static final Declaration<DeleteUserRequest, DeleteUserResponse> DELETE_USER =
      declaration(IAM, "DeleteUser", DeleteUserRequest.class, DeleteUserResponse.class);
  public static final Declaration<ListUsersRequest, ListUsersResponse> LIST_USERS =
      declaration(IAM, "ListUsers", ListUsersRequest.class, ListUsersResponse.class);
  public static final Declaration<GetCallerIdentityRequest, GetCallerIdentityResponse> GET_CALLER_IDENTITY =
      declaration(STS, "GetCallerIdentity", GetCallerIdentityRequest.class, GetCallerIdentityResponse.class);
  public static final Declaration<GetCostAndUsageRequest, GetCostAndUsageResponse> GET_COST_AND_USAGE =
      declaration(CE, "GetCostAndUsage", GetCostAndUsageRequest.class, GetCostAndUsageResponse.class);
  public static final Declaration<LookupEventsRequest, LookupEventsResponse> LOOKUP_EVENTS =
      declaration(CLOUDTRAIL, "LookupEvents", LookupEventsRequest.class, LookupEventsResponse.class);
  public static final Declaration<Everything, Everything> GET_BILL = declaration(BURSAR, "GetBill", Everything.class, Everything.class);
  public static final Declaration<Part, Part> GET_CONTACT_INFORMATION = declaration(ACCOUNT, "GetContactInformation", Part.class, Part.class);

  private Samples() {}

  /** A declaration that is whole. */
  public static <I, O> Declaration<I, O> declaration(ServiceDefinition service, String name, Class<I> input, Class<O> output) {
    return Declaration.of(service, name, input, output).summary("A sample.").needs("iam:Sample", AccessLevel.WRITE)
        .example(() -> empty(input)).build();
  }

  /** All of them. */
  public static OperationCatalogue catalogue() {
    return new OperationCatalogue(List.of(new Sample<>(CREATE_USER), new Sample<>(DELETE_USER), new Sample<>(LIST_USERS),
        new Sample<>(GET_CALLER_IDENTITY), new Sample<>(GET_COST_AND_USAGE), new Sample<>(LOOKUP_EVENTS), new Sample<>(GET_BILL),
        new Sample<>(GET_CONTACT_INFORMATION)));
  }

  /** An operation that answers with nothing in it. */
  public record Sample<I, O>(Declaration<I, O> declaration) implements Operation<I, O> {
    @Override
    public O handle(Authorized<I> call) {
      return empty(declaration.outputType());
    }
  }

  private static <T> T empty(Class<T> type) {
    return type.cast(Shapes.of(type).build(new Object[Shapes.of(type).members().size()]));
  }
}
