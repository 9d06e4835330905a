package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckPolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.AccessCheckResourceType;
import software.amazon.awssdk.services.accessanalyzer.model.AccessDeniedException;
import software.amazon.awssdk.services.accessanalyzer.model.CheckAccessNotGrantedResponse;
import software.amazon.awssdk.services.accessanalyzer.model.CheckAccessNotGrantedResult;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoNewAccessResult;
import software.amazon.awssdk.services.accessanalyzer.model.CheckNoPublicAccessResult;
import software.amazon.awssdk.services.accessanalyzer.model.InvalidParameterException;
import software.amazon.awssdk.services.accessanalyzer.model.PolicyType;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyFinding;
import software.amazon.awssdk.services.accessanalyzer.model.ValidatePolicyResourceType;
import software.amazon.awssdk.services.accessanalyzer.model.ValidationException;
import software.amazon.awssdk.services.iam.model.AccessKey;

/** Access Analyzer by the SDK's own client: the paths, the query, the errors and the pages of restJson. */
class AccessAnalyzerWithSdkTest {
  private static final String TRAPS = "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"},"
      + "{\"Effect\":\"Deny\",\"Action\":\"aws-portal:*\",\"Resource\":\"*\"}]}";

  private final String url = SharedServer.url();

  @Test
  void policiesAreReviewedPageByPageAndRefusalsAreTyped() {
    Browser owner = Browser.ofNewOwner(url, "owner@access-analyzer.example");
    String made = owner.iam("CreateAccessKey").ok().body();
    Program root = Program.with(url, between(made, "AccessKeyId"), between(made, "SecretAccessKey"));
    AccessAnalyzerClient client = client(root.key());

    assertThat(client.validatePolicyPaginator(asked -> asked.policyDocument(TRAPS).policyType(PolicyType.IDENTITY_POLICY).maxResults(2))
        .findings().stream().map(ValidatePolicyFinding::issueCode).collect(Collectors.toList()))
        .containsExactly("MISSING_VERSION", "ALLOW_EVERYTHING", "PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE",
            "CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE", "LEGACY_BILLING_DENY");
    assertThat(client.validatePolicy(asked -> asked.policyType(PolicyType.RESOURCE_POLICY)
            .validatePolicyResourceType(ValidatePolicyResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT)
            .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"s3:*\"}}"))
        .findings()).singleElement().satisfies(finding -> {
          assertThat(finding.issueCode()).isEqualTo("UNSUPPORTED_ACTION_IN_POLICY");
          assertThat(finding.locations().getFirst().span().start().line()).isEqualTo(1);
        });
    assertThatThrownBy(() -> client.validatePolicy(asked -> asked.policyDocument(TRAPS).policyType(PolicyType.IDENTITY_POLICY).nextToken("x")))
        .isInstanceOfSatisfying(ValidationException.class, refused -> {
          assertThat(refused.statusCode()).isEqualTo(400);
          assertThat(refused.awsErrorDetails().errorMessage()).contains("nextToken");
        });

    root.iam().createUser(user -> user.userName("nobody"));
    AccessKey key = root.iam().createAccessKey(asked -> asked.userName("nobody")).accessKey();
    assertThatThrownBy(() -> client(Program.with(url, key).key())
        .validatePolicy(asked -> asked.policyDocument(TRAPS).policyType(PolicyType.IDENTITY_POLICY)))
        .isInstanceOfSatisfying(AccessDeniedException.class, refused -> {
          assertThat(refused.statusCode()).isEqualTo(403);
          assertThat(refused.awsErrorDetails().errorMessage()).contains("because no identity-based policy allows the access-analyzer:ValidatePolicy action");
        });
    assertThat(owner.post("/policy/validation", "application/json", Map.of("X-Bursar-Service", "access-analyzer"),
        "{\"policyDocument\":\"{}\",\"policyType\":\"SERVICE_CONTROL_POLICY\"}").ok().body()).as("a browser").contains("MISSING_STATEMENT");
  }

  @Test
  void accessIsProvedOrShownByARequest() {
    Browser owner = Browser.ofNewOwner(url, "owner@access-checks.example");
    String made = owner.iam("CreateAccessKey").ok().body();
    AccessAnalyzerClient client = client(Program.with(url, between(made, "AccessKeyId"), between(made, "SecretAccessKey")).key());

    assertThat(client.checkNoNewAccess(asked -> asked.existingPolicyDocument(allow("ce:Get*")).newPolicyDocument(allow("ce:GetTags"))
        .policyType(AccessCheckPolicyType.IDENTITY_POLICY)).result()).isEqualTo(CheckNoNewAccessResult.PASS);
    CheckAccessNotGrantedResponse granted = client.checkAccessNotGranted(asked -> asked.policyDocument(TRAPS)
        .access(access -> access.actions("payments:*")).policyType(AccessCheckPolicyType.IDENTITY_POLICY));
    assertThat(granted.result()).isEqualTo(CheckAccessNotGrantedResult.FAIL);
    assertThat(granted.message()).contains("for example payments:");
    assertThat(granted.reasons()).singleElement().satisfies(reason -> assertThat(reason.statementIndex()).isZero());
    assertThat(client.checkNoPublicAccess(asked -> asked.resourceType(AccessCheckResourceType.AWS_IAM_ASSUME_ROLE_POLICY_DOCUMENT)
        .policyDocument("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}"))
        .result()).isEqualTo(CheckNoPublicAccessResult.FAIL);
    assertThatThrownBy(() -> client.checkNoNewAccess(asked -> asked.existingPolicyDocument("{").newPolicyDocument(TRAPS)
        .policyType(AccessCheckPolicyType.IDENTITY_POLICY))).isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("existingPolicyDocument");
  }

  private static String allow(String action) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}}";
  }

  private AccessAnalyzerClient client(AwsBasicCredentials key) {
    return AccessAnalyzerClient.builder().endpointOverride(URI.create(url)).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(key)).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static String between(String xml, String element) {
    return xml.substring(xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
  }
}
