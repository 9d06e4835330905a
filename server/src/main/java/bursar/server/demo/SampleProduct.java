package bursar.server.demo;

/** The services that the sample company uses. */
enum SampleProduct {
  EC2("AmazonEC2", "Amazon Elastic Compute Cloud"),
  RDS("AmazonRDS", "Amazon Relational Database Service"),
  S3("AmazonS3", "Amazon Simple Storage Service"),
  LAMBDA("AWSLambda", "AWS Lambda"),
  CLOUDFRONT("AmazonCloudFront", "Amazon CloudFront"),
  CLOUDWATCH("AmazonCloudWatch", "AmazonCloudWatch"),
  DYNAMODB("AmazonDynamoDB", "Amazon DynamoDB"),
  GLUE("AWSGlue", "AWS Glue"),
  REDSHIFT("AmazonRedshift", "Amazon Redshift"),
  KMS("awskms", "AWS Key Management Service"),
  ELB("AWSELB", "Elastic Load Balancing"),
  SUPPORT("AWSSupportBusiness", "AWS Support (Business)");

  private final String code;
  private final String title;

  SampleProduct(String code, String title) {
    this.code = code;
    this.title = title;
  }

  /** The product code. */
  String code() {
    return code;
  }

  /** The product name. */
  String title() {
    return title;
  }
}
