package bursar.domain.identity.managed;

import bursar.domain.identity.ManagedPolicy;
import bursar.domain.identity.PolicyVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The managed policies that ship with the product. Source of their contents: AWS Managed Policy Reference Guide, as of August 2026. */
public final class AwsManagedPolicies {
  private static final Instant WRITTEN = Instant.parse("2026-11-23T00:00:00Z");
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ID_CHARACTERS = 17;

  private record Shipped(ManagedPolicy policy, PolicyVersion version) {}

  private static final Map<String, Shipped> BY_ARN =
      byArn(
          shipped("AdministratorAccess", "/", "Full access to every service, billing included once the account's switch is on."),
          shipped("PowerUserAccess", "/", "Full access to every service but IAM, Organizations and account management."),
          shipped("ReadOnlyAccess", "/", "Reads everything this product serves, billing included once the account's switch is on."),
          shipped("Billing", "/job-function/", "Reads and changes billing, payments, budgets, purchase orders and tax settings."),
          shipped("AWSBillingReadOnlyAccess", "/", "Reads billing information."),
          shipped("IAMFullAccess", "/", "Full access to IAM."),
          shipped("IAMReadOnlyAccess", "/", "Reads IAM and simulates policies."),
          shipped("IAMUserChangePassword", "/", "Lets a user change the own password."));

  private AwsManagedPolicies() {}

  /** All of them, by name. */
  public static List<ManagedPolicy> list() {
    return BY_ARN.values().stream().map(Shipped::policy).toList();
  }

  /** The one with the ARN. */
  public static Optional<ManagedPolicy> find(String arn) {
    return Optional.ofNullable(BY_ARN.get(arn)).map(Shipped::policy);
  }

  /** The one version of one of them. */
  public static PolicyVersion version(ManagedPolicy policy) {
    Shipped shipped = BY_ARN.get(policy.arn());
    if (shipped == null) {
      throw new IllegalArgumentException("The policy " + policy.arn() + " does not ship with the product.");
    }
    return shipped.version();
  }

  private static Map<String, Shipped> byArn(Shipped... all) {
    Map<String, Shipped> result = new LinkedHashMap<>();
    Arrays.stream(all).sorted(Comparator.comparing(one -> one.policy().name())).forEach(one -> result.put(one.policy().arn(), one));
    return result;
  }

  private static Shipped shipped(String name, String path, String description) {
    ManagedPolicy policy = new ManagedPolicy(null, id(name), name, path, description, 1, WRITTEN, WRITTEN);
    return new Shipped(policy, new PolicyVersion(1, document(name), WRITTEN));
  }

  private static String document(String name) {
    try (InputStream file = AwsManagedPolicies.class.getResourceAsStream(name + ".json")) {
      if (file == null) {
        throw new IllegalStateException("The text of the policy " + name + " is missing from the product.");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The text of the policy " + name + " cannot be read.", e);
    }
  }

  /** The same in every installation, as AWS's are. */
  private static String id(String name) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      StringBuilder id = new StringBuilder("ANPA");
      for (int i = 0; i < ID_CHARACTERS; i++) {
        id.append(ALPHABET.charAt(digest[i] & 31));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
