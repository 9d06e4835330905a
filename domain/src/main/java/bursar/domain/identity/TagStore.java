package bursar.domain.identity;

import java.util.List;

/** Keeps the tags of users and policies, by the unique id of what they hang on. Writes join the open transaction. */
public interface TagStore {
  /** The tags of one thing, by key. */
  List<Tag> tags(String ownerId);

  /** Replaces all tags of one thing. */
  void replace(String ownerId, List<Tag> tags);
}
