package bursar.server.demo;

import bursar.domain.accounts.AccountId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something the sample company runs every day.
 *
 * @param account which of the accounts runs it, from 0
 * @param name what its resources are called
 * @param copies how many there are
 * @param dailyQuantity how much each uses on a working day of the first month
 * @param rate US dollars for one unit
 * @param growthPermille how much more each month, of the first month
 * @param weekendPermille how much of a working day on a weekend day
 * @param runawayPermille how much of a usual day in the runaway week; 1000 for no change, and only then at all when {@code growth} is -1000
 * @param instanceType for servers and databases; else empty
 */
record SampleWorkload(
    int account,
    SampleProduct product,
    String name,
    int copies,
    String region,
    String usageType,
    String operation,
    String unit,
    BigDecimal dailyQuantity,
    BigDecimal rate,
    int growthPermille,
    int weekendPermille,
    int runawayPermille,
    String instanceType,
    Map<String, String> tags) {
  /** How many accounts there are. */
  static final int ACCOUNTS = 5;

  private static final int ONLY_IN_THE_RUNAWAY_WEEK = -1000;
  private static final String[] ENVIRONMENTS = {"production", "staging", "development", "production", "shared"};
  private static final List<SampleWorkload> ALL = create();

  static List<SampleWorkload> all() {
    return ALL;
  }

  /** How much of the first working day's quantity is used, in thousandths; 0 when it does not run. */
  int sharePermille(int monthNumber, boolean weekend, boolean runaway) {
    if (growthPermille == ONLY_IN_THE_RUNAWAY_WEEK) {
      return runaway ? 1000 : 0;
    }
    long share = 1000L + (long) growthPermille * monthNumber;
    share = weekend ? share * weekendPermille / 1000 : share;
    return (int) (runaway ? share * runawayPermille / 1000 : share);
  }

  /** The name of one of its resources, in the form AWS uses for the service. */
  String resource(AccountId owner, int copy) {
    String named = name + "-" + copy;
    return switch (product) {
      case EC2 -> usageType.contains("BoxUsage") ? "i-0" + hexadecimal(named, owner) : "vol-0" + hexadecimal(named, owner);
      case RDS -> "arn:aws:rds:" + region + ":" + owner + ":db:" + named;
      case S3 -> owner + "-" + named;
      case LAMBDA -> "arn:aws:lambda:" + region + ":" + owner + ":function:" + named;
      case CLOUDFRONT -> "arn:aws:cloudfront::" + owner + ":distribution/" + named;
      case CLOUDWATCH -> "arn:aws:logs:" + region + ":" + owner + ":log-group:" + named;
      case DYNAMODB -> "arn:aws:dynamodb:" + region + ":" + owner + ":table/" + named;
      case GLUE -> "arn:aws:glue:" + region + ":" + owner + ":job/" + named;
      case REDSHIFT -> "arn:aws:redshift:" + region + ":" + owner + ":cluster:" + named;
      case KMS -> "arn:aws:kms:" + region + ":" + owner + ":key/" + named;
      case ELB -> "arn:aws:elasticloadbalancing:" + region + ":" + owner + ":loadbalancer/app/" + named;
      case SUPPORT -> "";
    };
  }

  private static String hexadecimal(String name, AccountId owner) {
    return String.format("%08x%08x", name.hashCode(), (owner + name).hashCode());
  }

  private static List<SampleWorkload> create() {
    List<SampleWorkload> all = new ArrayList<>();
    String[] teams = {"shop", "shop", "checkout", "analytics", "platform"};
    String[] centers = {"CC-100", "CC-110", "CC-120", "CC-200", "CC-300"};
    for (int account = 0; account < ACCOUNTS; account++) {
      addServers(all, account, tags(teams[account], account, centers[account]));
      addStorage(all, account, tags(teams[account], account, centers[account]));
    }
    addShop(all);
    addAnalytics(all);
    all.add(new SampleWorkload(2, SampleProduct.EC2, "training-forgotten", 6, "us-east-1", "BoxUsage:g5.12xlarge", "RunInstances", "Hrs",
        decimal("24"), decimal("5.672"), ONLY_IN_THE_RUNAWAY_WEEK, 1000, 1000, "g5.12xlarge", Map.of()));
    return List.copyOf(all);
  }

  private static void addServers(List<SampleWorkload> all, int account, Map<String, String> tags) {
    int[] servers = {12, 5, 6, 8, 4};
    int weekend = account == 1 || account == 2 ? 250 : 1000;
    String region = account == 3 ? "us-east-1" : "eu-central-1";
    String prefix = account == 3 ? "" : "EUC1-";
    all.add(new SampleWorkload(account, SampleProduct.EC2, "web", servers[account], region, prefix + "BoxUsage:m6i.large", "RunInstances", "Hrs",
        decimal("24"), decimal("0.115"), 25, weekend, 1000, "m6i.large", tags));
    all.add(new SampleWorkload(account, SampleProduct.EC2, "disk", servers[account], region, prefix + "EBS:VolumeUsage.gp3", "CreateVolume-Gp3",
        "GB-Mo", decimal("3.3"), decimal("0.0952"), 20, 1000, 1000, "", tags));
    all.add(new SampleWorkload(account, SampleProduct.CLOUDWATCH, "logs", 3, region, prefix + "DataProcessing-Bytes", "PutLogEvents", "GB",
        decimal("2.4"), decimal("0.63"), 30, 700, 2500, "", tags));
    all.add(new SampleWorkload(account, SampleProduct.KMS, "key", 2, region, prefix + "KMS-Requests", "Decrypt", "Requests",
        decimal("12000"), decimal("0.000003"), 15, 600, 1000, "", account == 2 ? Map.of() : tags));
  }

  private static void addStorage(List<SampleWorkload> all, int account, Map<String, String> tags) {
    String region = account == 3 ? "us-east-1" : "eu-west-1";
    String prefix = account == 3 ? "" : "EU-";
    all.add(new SampleWorkload(account, SampleProduct.S3, "files", 4, region, prefix + "TimedStorage-ByteHrs", "StandardStorage", "GB-Mo",
        decimal("26"), decimal("0.023"), 45, 1000, 1000, "", tags));
    all.add(new SampleWorkload(account, SampleProduct.S3, "requests", 2, region, prefix + "Requests-Tier1", "PutObject", "Requests",
        decimal("40000"), decimal("0.0000054"), 30, 650, 1000, "", Map.of()));
    all.add(new SampleWorkload(account, SampleProduct.LAMBDA, "function", 5, region, prefix + "Lambda-GB-Second", "Invoke", "Lambda-GB-Second",
        decimal("31000"), decimal("0.0000166667"), 40, 600, 1000, "", tags));
  }

  private static void addShop(List<SampleWorkload> all) {
    for (int account = 0; account < 3; account++) {
      Map<String, String> tags = tags("checkout", account, "CC-120");
      int size = account == 0 ? 4 : 1;
      all.add(new SampleWorkload(account, SampleProduct.RDS, "orders", size, "eu-central-1", "EUC1-InstanceUsage:db.r6g.xlarge",
          "CreateDBInstance:0014", "Hrs", decimal("24"), decimal("0.57"), 0, account == 0 ? 1000 : 300, 1000, "db.r6g.xlarge", tags));
      all.add(new SampleWorkload(account, SampleProduct.DYNAMODB, "baskets", 3, "eu-central-1", "EUC1-WriteRequestUnits", "PutItem",
          "WriteRequestUnits", decimal("1900000"), decimal("0.000001525"), 50, 800, 1000, "", tags));
      all.add(new SampleWorkload(account, SampleProduct.ELB, "entry", 2, "eu-central-1", "EUC1-LoadBalancerUsage", "LoadBalancing:Application",
          "Hrs", decimal("24"), decimal("0.027"), 0, 1000, 1000, "", tags));
    }
    all.add(new SampleWorkload(0, SampleProduct.CLOUDFRONT, "site", 3, "global", "EU-DataTransfer-Out-Bytes", "GET", "GB", decimal("310"),
        decimal("0.085"), 60, 1150, 1000, "", tags("shop", 0, "CC-100")));
  }

  private static void addAnalytics(List<SampleWorkload> all) {
    Map<String, String> tags = tags("analytics", 3, "CC-200");
    all.add(new SampleWorkload(3, SampleProduct.REDSHIFT, "warehouse", 3, "us-east-1", "Node:ra3.xlplus", "RunComputeNode:0001", "Hrs",
        decimal("24"), decimal("1.086"), 0, 1000, 1000, "ra3.xlplus", tags));
    all.add(new SampleWorkload(3, SampleProduct.GLUE, "job", 9, "us-east-1", "USE1-ETL-DPU-Hour", "Jobrun", "DPU-Hour", decimal("14"),
        decimal("0.44"), 35, 300, 6000, "", tags));
    all.add(new SampleWorkload(4, SampleProduct.EC2, "runner", 10, "eu-central-1", "EUC1-SpotUsage:c6i.2xlarge", "RunInstances:SV001", "Hrs",
        decimal("9"), decimal("0.148"), 30, 150, 1000, "c6i.2xlarge", tags("platform", 4, "CC-300")));
  }

  private static Map<String, String> tags(String team, int account, String costCenter) {
    return Map.of("team", team, "environment", ENVIRONMENTS[account], "cost-center", costCenter);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
