package bursar.storage.costs;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Usage types that belong together, with the names Cost Explorer gives the groups (AWS Cost Management user guide, filter «usage type
 * group»). A usage type is told by what it has after the code of its region.
 */
final class UsageTypeGroups {
  private static final Map<String, String> BY_PATTERN = new LinkedHashMap<>();

  static {
    BY_PATTERN.put("(BoxUsage|SpotUsage|DedicatedUsage|HeavyUsage|HostBoxUsage|UnusedBox|UnusedDed)(:.*)?", "EC2: Running Hours");
    BY_PATTERN.put("EBS:VolumeUsage", "EC2: EBS - Magnetic");
    BY_PATTERN.put("EBS:VolumeUsage\\.gp[0-9]", "EC2: EBS - SSD(gp2)");
    BY_PATTERN.put("EBS:VolumeUsage\\.(piops|io[0-9])", "EC2: EBS - SSD(io1)");
    BY_PATTERN.put("EBS:VolumeUsage\\.st1", "EC2: EBS - HDD(st1)");
    BY_PATTERN.put("EBS:VolumeUsage\\.sc1", "EC2: EBS - HDD(sc1)");
    BY_PATTERN.put("EBS:VolumeP-IOPS\\..*", "EC2: EBS - Provisioned IOPS");
    BY_PATTERN.put("EBS:VolumeIOUsage", "EC2: EBS - I/O Requests");
    BY_PATTERN.put("EBS:Snapshot.*", "EC2: EBS - Snapshots");
    BY_PATTERN.put("EBSOptimized:.*", "EC2: EBS - Optimized");
    BY_PATTERN.put("ElasticIP:IdleAddress", "EC2: Elastic IP - Idle Address");
    BY_PATTERN.put("LoadBalancerUsage", "EC2: ELB - Running Hours");
    BY_PATTERN.put("LCUUsage|DataProcessing-Bytes", "EC2: ELB - Data Processed");
    BY_PATTERN.put("NatGateway-Hours", "EC2: NAT Gateway - Running Hours");
    BY_PATTERN.put("NatGateway-Bytes", "EC2: NAT Gateway - Data Processed");
    BY_PATTERN.put("DataTransfer-Regional-Bytes", "EC2: Data Transfer - Inter AZ");
    BY_PATTERN.put("(InstanceUsage|Multi-AZUsage)(:.*)?", "RDS: Running Hours");
    BY_PATTERN.put("RDS:.*Storage.*", "RDS: Storage");
    BY_PATTERN.put("NodeUsage(:.*)?", "ElastiCache: Running Hours");
    BY_PATTERN.put("TimedStorage-ByteHrs", "S3: Storage - Standard");
    BY_PATTERN.put("Requests-Tier[12]", "S3: API Requests - Standard");
    BY_PATTERN.put("ReadCapacityUnit-Hrs|WriteCapacityUnit-Hrs", "DDB: Provisioned Throughput Capacity");
  }

  private UsageTypeGroups() {}

  /** The group of a usage type; null where it is in none. */
  static String expression(String usageType) {
    StringBuilder cases = new StringBuilder("CASE");
    BY_PATTERN.forEach((pattern, group) -> cases.append(" WHEN regexp_full_match(").append(usageType).append(", ")
        .append(SqlText.literal("([A-Z]{2,4}[0-9]?-)?(" + pattern + ")")).append(") THEN ").append(SqlText.literal(group)));
    return cases.append(" END").toString();
  }
}
