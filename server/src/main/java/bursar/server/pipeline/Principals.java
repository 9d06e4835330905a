package bursar.server.pipeline;

import bursar.domain.identity.Tag;
import bursar.domain.identity.User;
import bursar.operations.gate.Principal;
import java.util.List;
import java.util.stream.Collectors;

/** Stored users as those who call. */
final class Principals {
  private Principals() {}

  static Principal.IamUser of(User user, List<Tag> tags) {
    return new Principal.IamUser(
        user.account(), user.name(), user.path(), user.id(), tags.stream().collect(Collectors.toMap(Tag::key, Tag::value)));
  }
}
