package bursar.operations.organizations;

import bursar.domain.Failure;
import bursar.domain.identity.Page;
import bursar.domain.identity.PageRequest;
import bursar.domain.organizations.Organizations;
import bursar.operations.declaration.AccessLevel;
import bursar.operations.declaration.Declaration;
import bursar.operations.declaration.ErrorCode;
import bursar.operations.declaration.MemberRule;
import bursar.operations.declaration.Protocol;
import bursar.operations.declaration.ServiceDefinition;
import bursar.operations.gate.Caller;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** AWS Organizations as clients know it (API reference, version 2016-11-28). */
final class OrganizationsService {
  /** {@code X-Amz-Target: AWSOrganizationsV20161128.<Operation>}, awsJson 1.1, signed for {@code organizations}. */
  static final ServiceDefinition DEFINITION = new ServiceDefinition(
      "organizations", Protocol.AWS_JSON_1_1, "2016-11-28", "AWSOrganizationsV20161128", "", "organizations.amazonaws.com");

  static final MemberRule NEXT_TOKEN = MemberRule.optional("NextToken").range(0, 100_000);
  static final MemberRule MAX_RESULTS = MemberRule.optional("MaxResults").range(1, 20);
  static final MemberRule ACCOUNT_ID = MemberRule.required("AccountId").matching("\\d{12}");
  static final MemberRule UNIT_ID = MemberRule.required("OrganizationalUnitId").matching("ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}");
  static final MemberRule HANDSHAKE_ID = MemberRule.required("HandshakeId").matching("h-[0-9a-z]{8,32}");
  static final MemberRule PARENT_ID = parent("ParentId");

  private static final int PAGE_MAX = 20;
  private static final ErrorCode INVALID_INPUT = new ErrorCode("InvalidInputException", 400);

  private OrganizationsService() {}

  static MemberRule parent(String name) {
    return MemberRule.required(name).matching("(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})");
  }

  /**
   * Begins the declaration of an operation whose action has its name.
   *
   * @param errors the errors it may answer beside those of every operation, without {@code Exception}
   */
  static <I, O> Declaration.Builder<I, O> declare(String name, Class<I> input, Class<O> output, AccessLevel level, String... errors) {
    Declaration.Builder<I, O> builder = Declaration.of(DEFINITION, name, input, output).needs("organizations:" + name, level)
        .invalidAs(INVALID_INPUT.code()).errors(INVALID_INPUT, new ErrorCode("AWSOrganizationsNotInUseException", 400));
    for (String error : errors) {
      builder.errors(new ErrorCode(error + "Exception", 400));
    }
    return builder;
  }

  /** The ARN of an account, root or unit of the caller's organization by its id; everything while the caller's account has none. */
  static String arn(Organizations organizations, Caller caller, String id) {
    String kind = id.startsWith("r-") ? "root" : id.startsWith("ou-") ? "ou" : "account";
    return organizations.find(caller.account()).map(organization -> organization.arnOf(kind, id)).orElse("*");
  }

  /**
   * A page of a whole list.
   *
   * @throws Failure InvalidInputException for a token that was not given out
   */
  static <T> Page<T> page(List<T> all, Function<? super T, String> id, @Nullable Integer max, @Nullable String token) {
    try {
      return PageRequest.of(max == null ? PAGE_MAX : max, token).pageOfAll(all, id);
    } catch (Failure malformed) {
      throw new Failure("InvalidInputException", "The NextToken is not one that a list was answered with. Leave it out to begin anew.",
          "INVALID_NEXT_TOKEN");
    }
  }

  /**
   * Refuses tags: nothing here could show or use them.
   *
   * @throws Failure InvalidInputException
   */
  static void refuseTags(Collection<?> tags) {
    if (!tags.isEmpty()) {
      throw new Failure("InvalidInputException", "Accounts, organizational units and handshakes carry no tags here. Leave Tags out.",
          "INVALID_LIST_MEMBER");
    }
  }
}
