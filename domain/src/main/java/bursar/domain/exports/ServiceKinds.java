package bursar.domain.exports;

import bursar.domain.focus.FocusDeclaration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * FOCUS's category and subcategory of services: those of AWS by what their names say, others as their source says when they first appear. One
 * service has one of each within one export.
 */
final class ServiceKinds {
  private static final Map<String, List<String>> KNOWN = FocusDeclaration.serviceCategories();
  private static final Kind OTHER = new Kind("Other", "Other (Other)");

  /** What AWS's services are, by a part of the name; the first that fits counts. */
  private static final List<Rule> RULES = List.of(
      new Rule("lambda", "Compute", "Serverless Compute"), new Rule("fargate", "Compute", "Serverless Compute"),
      new Rule("container registry", "Compute", "Containers"), new Rule("container service", "Compute", "Containers"),
      new Rule("kubernetes", "Compute", "Containers"), new Rule("elastic compute cloud", "Compute", "Virtual Machines"),
      new Rule("lightsail", "Compute", "Virtual Machines"), new Rule("workspaces", "Compute", "End User Computing"),
      new Rule("savings plan", "Compute", "Other (Compute)"), new Rule("elastic file system", "Storage", "File Storage"),
      new Rule("fsx", "Storage", "File Storage"), new Rule("glacier", "Storage", "Object Storage"),
      new Rule("simple storage service", "Storage", "Object Storage"), new Rule("elastic block store", "Storage", "Block Storage"),
      new Rule("backup", "Storage", "Backup Storage"), new Rule("relational database", "Databases", "Relational Databases"),
      new Rule("aurora", "Databases", "Relational Databases"), new Rule("dynamodb", "Databases", "NoSQL Databases"),
      new Rule("documentdb", "Databases", "NoSQL Databases"), new Rule("elasticache", "Databases", "Caching"),
      new Rule("redshift", "Databases", "Data Warehouses"), new Rule("cloudfront", "Networking", "Content Delivery"),
      new Rule("route 53", "Networking", "Network Routing"), new Rule("load balancing", "Networking", "Application Networking"),
      new Rule("virtual private cloud", "Networking", "Network Infrastructure"), new Rule("api gateway", "Integration", "API Management"),
      new Rule("data transfer", "Networking", "Network Connectivity"), new Rule("direct connect", "Networking", "Network Connectivity"),
      new Rule("simple queue", "Integration", "Messaging"), new Rule("simple notification", "Integration", "Messaging"),
      new Rule("cloudwatch events", "Integration", "Messaging"), new Rule("step functions", "Integration", "Workflow Orchestration"),
      new Rule("athena", "Analytics", "Analytics Platforms"), new Rule("glue", "Analytics", "Data Processing"),
      new Rule("elastic mapreduce", "Analytics", "Data Processing"), new Rule("kinesis", "Analytics", "Streaming Analytics"),
      new Rule("quicksight", "Analytics", "Business Intelligence"), new Rule("opensearch", "Analytics", "Search"),
      new Rule("cloudwatch", "Management and Governance", "Observability"), new Rule("cloudtrail", "Management and Governance", "Compliance"),
      new Rule("aws config", "Management and Governance", "Compliance"), new Rule("budgets", "Management and Governance", "Cost Management"),
      new Rule("cost explorer", "Management and Governance", "Cost Management"),
      new Rule("systems manager", "Management and Governance", "Other (Management and Governance)"),
      new Rule("support", "Management and Governance", "Support"), new Rule("key management", "Security", "Secret Management"),
      new Rule("secrets manager", "Security", "Secret Management"), new Rule("guardduty", "Security", "Threat Detection and Response"),
      new Rule("security hub", "Security", "Security Posture Management"), new Rule("inspector", "Security", "Security Posture Management"),
      new Rule("waf", "Security", "Other (Security)"), new Rule("shield", "Security", "Other (Security)"),
      new Rule("cognito", "Identity", "Identity and Access Management"), new Rule("directory service", "Identity", "Identity and Access Management"),
      new Rule("bedrock", "AI and Machine Learning", "Generative AI"), new Rule("sagemaker", "AI and Machine Learning", "Machine Learning"),
      new Rule("codebuild", "Developer Tools", "Continuous Integration and Deployment"),
      new Rule("codepipeline", "Developer Tools", "Continuous Integration and Deployment"));

  private final Map<String, Kind> seen = new HashMap<>();

  /** A category and one of its subcategories. */
  record Kind(String category, String subcategory) {}

  private record Rule(String part, String category, String subcategory) {}

  /** What the service is. */
  Kind of(String service, @Nullable String category, @Nullable String subcategory) {
    return seen.computeIfAbsent(service, name -> kind(name, category, subcategory));
  }

  private static Kind kind(String service, @Nullable String category, @Nullable String subcategory) {
    if (category != null && KNOWN.containsKey(category)) {
      List<String> subcategories = KNOWN.getOrDefault(category, List.of());
      return new Kind(category, subcategory != null && subcategories.contains(subcategory) ? subcategory : "Other (" + category + ")");
    }
    String name = service.toLowerCase(Locale.ROOT);
    return RULES.stream().filter(rule -> name.contains(rule.part())).findFirst().map(rule -> new Kind(rule.category(), rule.subcategory()))
        .orElse(OTHER);
  }
}
