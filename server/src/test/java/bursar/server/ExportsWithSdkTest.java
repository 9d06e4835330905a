package bursar.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bursar.domain.accounts.SignUpPolicy;
import bursar.domain.exports.ExportDestinations;
import bursar.server.rooms.RunningServer;
import bursar.server.settings.ServerSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bcmdataexports.BcmDataExportsClient;
import software.amazon.awssdk.services.bcmdataexports.model.CompressionOption;
import software.amazon.awssdk.services.bcmdataexports.model.ExecutionStatusCode;
import software.amazon.awssdk.services.bcmdataexports.model.Export;
import software.amazon.awssdk.services.bcmdataexports.model.FormatOption;
import software.amazon.awssdk.services.bcmdataexports.model.FrequencyOption;
import software.amazon.awssdk.services.bcmdataexports.model.GetExecutionResponse;
import software.amazon.awssdk.services.bcmdataexports.model.OverwriteOption;
import software.amazon.awssdk.services.bcmdataexports.model.S3OutputType;
import software.amazon.awssdk.services.bcmdataexports.model.ValidationException;
import software.amazon.awssdk.services.costandusagereport.CostAndUsageReportClient;
import software.amazon.awssdk.services.costandusagereport.model.LastStatus;
import software.amazon.awssdk.services.costandusagereport.model.ReportDefinition;

/** Exports as a program defines them with the AWS SDK, and what lies in the operator's folder afterwards. */
class ExportsWithSdkTest {
  private static final int ASKED_MAX = 600;

  @TempDir private Path folder;

  @Test
  void anExportRunsForItsOwnerAndIsDecidedAnewAtEachRun() throws IOException, InterruptedException {
    Path bucket = Files.createDirectories(folder.resolve("bucket"));
    ServerSettings settings = ServerSettings.local(folder.resolve("data"), 0, SignUpPolicy.OPEN)
        .with(new ExportDestinations(Map.of("exports", bucket)));
    try (RunningServer server = RunningServer.start(settings)) {
      Browser owner = Browser.ofNewOwner(server.url(), "owner@exports.example");
      String account = owner.bursar("GetSession", "{}").ok().text("AccountId");
      assertThat(SharedData.imported(server, account, SharedData.folder("focus-1.0").resolve("focus_sample.csv")).result()).isNotNull();
      owner.bursar("PutBillingAccess", "{\"IamUserAndRoleAccess\":\"ACTIVATED\"}").ok();
      String made = owner.iam("CreateAccessKey").ok().body();
      Program root = Program.with(server.url(), between(made, "AccessKeyId"), between(made, "SecretAccessKey"));
      root.iam().createUser(user -> user.userName("exporter"));
      Program exporter = Program.with(server.url(), root.iam().createAccessKey(key -> key.userName("exporter")).accessKey());
      root.iam().putUserPolicy(policy -> policy.userName("exporter").policyName("Rows").policyDocument(policy("Oracle")));
      BcmDataExportsClient exports = dataExports(exporter);

      String arn = exports.createExport(asked -> asked.export(export("SELECT ProviderName, BilledCost AS Cost FROM FOCUS_1_2_AWS"))).exportArn();
      assertThat(ended(exports, arn, 1).executionStatus().statusCode()).isEqualTo(ExecutionStatusCode.DELIVERY_SUCCESS);
      Path file = bucket.resolve("team/costs/data/BILLING_PERIOD=2024-09/costs-00001.csv.gz");
      assertThat(lines(file)).startsWith("ProviderName,Cost").hasSizeGreaterThan(1).filteredOn(line -> !line.startsWith("Oracle,")).hasSize(1);

      root.iam().putUserPolicy(policy -> policy.userName("exporter").policyName("Rows").policyDocument(policy("Microsoft")));
      exports.updateExport(asked -> asked.exportArn(arn).export(export("SELECT ProviderName, BilledCost AS Cost FROM FOCUS_1_2_AWS")));
      ended(exports, arn, 2);
      assertThat(lines(file)).filteredOn(line -> !line.startsWith("Microsoft,")).hasSize(1);

      assertThatThrownBy(() -> exports.createExport(asked -> asked.export(export("SELECT BilledCost, Nonsense FROM FOCUS_1_2_AWS"))))
          .isInstanceOf(ValidationException.class).hasMessageContaining("line 1, column 20: the table has no column Nonsense");
      assertThat(exports.getExport(asked -> asked.exportArn(arn)).exportStatus().statusCodeAsString()).isEqualTo("HEALTHY");
      assertThat(exports.listExports(asked -> {}).exports()).hasSize(1);

      CostAndUsageReportClient reports = CostAndUsageReportClient.builder().endpointOverride(root.server()).region(Region.US_EAST_1)
          .credentialsProvider(StaticCredentialsProvider.create(root.key())).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
      reports.putReportDefinition(asked -> asked.reportDefinition(ReportDefinition.builder().reportName("legacy").timeUnit("DAILY")
          .format("textORcsv").compression("GZIP").additionalSchemaElementsWithStrings("RESOURCES").s3Bucket("exports").s3Prefix("cur")
          .s3Region("us-east-1").reportVersioning("OVERWRITE_REPORT").build()));
      ReportDefinition report = reports.describeReportDefinitions(asked -> {}).reportDefinitions().getFirst();
      for (int asked = 0; asked < ASKED_MAX && report.reportStatus().lastStatus() == null; asked++) {
        Thread.sleep(50);
        report = reports.describeReportDefinitions(again -> {}).reportDefinitions().getFirst();
      }
      assertThat(report.reportStatus().lastStatus()).isEqualTo(LastStatus.SUCCESS);
      assertThat(bucket.resolve("cur/legacy/20240901-20241001/legacy-Manifest.json")).exists();
    }
  }

  private static GetExecutionResponse ended(BcmDataExportsClient exports, String arn, int runs) throws InterruptedException {
    for (int asked = 0; asked < ASKED_MAX; asked++) {
      var executions = exports.listExecutions(list -> list.exportArn(arn)).executions();
      if (executions.size() >= runs && executions.stream().allMatch(one -> one.executionStatus().completedAt() != null)) {
        return exports.getExecution(one -> one.exportArn(arn).executionId(executions.getFirst().executionId()));
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the export does not end");
  }

  private static Export export(String statement) {
    return Export.builder().name("costs").dataQuery(query -> query.queryStatement(statement))
        .refreshCadence(cadence -> cadence.frequency(FrequencyOption.SYNCHRONOUS))
        .destinationConfigurations(to -> to.s3Destination(s3 -> s3.s3Bucket("exports").s3Prefix("team").s3Region("us-east-1")
            .s3OutputConfigurations(out -> out.outputType(S3OutputType.CUSTOM).format(FormatOption.TEXT_OR_CSV)
                .compression(CompressionOption.GZIP).overwrite(OverwriteOption.OVERWRITE_REPORT)))).build();
  }

  private static BcmDataExportsClient dataExports(Program program) {
    return BcmDataExportsClient.builder().endpointOverride(program.server()).region(Region.US_EAST_1)
        .credentialsProvider(StaticCredentialsProvider.create(program.key())).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  private static List<String> lines(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static String policy(String provider) {
    return """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": ["bcm-data-exports:Get*", "bcm-data-exports:List*"], "Resource": "*"},
          {"Effect": "Allow", "Action": ["bcm-data-exports:CreateExport", "bcm-data-exports:UpdateExport"], "Resource": "*",
           "Condition": {"StringEquals": {"bursar:Provider": "%s"}}}]}
        """.formatted(provider);
  }

  private static String between(String xml, String element) {
    return xml.substring(xml.indexOf("<" + element + ">") + element.length() + 2, xml.indexOf("</" + element + ">"));
  }
}
