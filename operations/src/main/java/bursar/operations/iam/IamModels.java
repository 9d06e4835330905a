package bursar.operations.iam;

import bursar.domain.identity.AccessKey;
import bursar.domain.identity.PolicyVersion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.Group;
import software.amazon.awssdk.services.iam.model.LoginProfile;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.services.iam.model.User;

/** Identities as the AWS SDK's model classes spell them. */
final class IamModels {
  private IamModels() {}

  static User user(bursar.domain.identity.User user) {
    return user(user, List.of());
  }

  /** A user with its tags; without any, the member is left out, as on AWS. */
  static User user(bursar.domain.identity.User user, List<bursar.domain.identity.Tag> tags) {
    User.Builder model =
        User.builder()
            .path(user.path())
            .userName(user.name())
            .userId(user.id())
            .arn(user.arn())
            .createDate(user.created())
            .passwordLastUsed(user.passwordLastUsed());
    return tags.isEmpty() ? model.build() : model.tags(tags(tags)).build();
  }

  static Group group(bursar.domain.identity.Group group) {
    return Group.builder()
        .path(group.path())
        .groupName(group.name())
        .groupId(group.id())
        .arn(group.arn())
        .createDate(group.created())
        .build();
  }

  /** The profile of the user of that name. */
  static LoginProfile loginProfile(String userName, bursar.domain.identity.LoginProfile profile) {
    return LoginProfile.builder()
        .userName(userName)
        .createDate(profile.created())
        .passwordResetRequired(profile.resetRequired())
        .build();
  }

  static List<Tag> tags(List<bursar.domain.identity.Tag> tags) {
    return tags.stream().map(tag -> Tag.builder().key(tag.key()).value(tag.value()).build()).toList();
  }

  /** The tags of a request; a missing key or value is read as empty, which the rules refuse or accept. */
  static List<bursar.domain.identity.Tag> fromTags(List<Tag> tags) {
    return tags.stream().map(tag -> new bursar.domain.identity.Tag(orEmpty(tag.key()), orEmpty(tag.value()))).toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static AccessKeyMetadata accessKey(AccessKey key, @Nullable String userName) {
    return AccessKeyMetadata.builder()
        .userName(userName)
        .accessKeyId(key.id())
        .status(status(key.status()))
        .createDate(key.created())
        .build();
  }

  static StatusType status(AccessKey.Status status) {
    return switch (status) {
      case ACTIVE -> StatusType.ACTIVE;
      case INACTIVE -> StatusType.INACTIVE;
    };
  }

  /** A policy as lists show it: without description and tags. */
  static Policy.Builder policy(bursar.domain.identity.ManagedPolicy policy, int attachments) {
    return Policy.builder()
        .policyName(policy.name())
        .policyId(policy.id())
        .arn(policy.arn())
        .path(policy.path())
        .defaultVersionId("v" + policy.defaultVersion())
        .attachmentCount(attachments)
        .permissionsBoundaryUsageCount(0)
        .isAttachable(true)
        .createDate(policy.created())
        .updateDate(policy.updated());
  }

  static AttachedPolicy attached(bursar.domain.identity.ManagedPolicy policy) {
    return AttachedPolicy.builder().policyName(policy.name()).policyArn(policy.arn()).build();
  }

  /** A version without its document. */
  static software.amazon.awssdk.services.iam.model.PolicyVersion.Builder version(PolicyVersion version, int defaultVersion) {
    return software.amazon.awssdk.services.iam.model.PolicyVersion.builder()
        .versionId(version.name())
        .isDefaultVersion(version.number() == defaultVersion)
        .createDate(version.created());
  }

  /** A policy's document percent-encoded, as AWS answers it. Source: RFC 3986, section 2. */
  static String document(String json) {
    return URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }
}
