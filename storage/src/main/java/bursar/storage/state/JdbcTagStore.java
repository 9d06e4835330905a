package bursar.storage.state;

import static bursar.storage.state.Columns.text;

import bursar.domain.identity.Tag;
import bursar.domain.identity.TagStore;
import java.util.List;

/** Tags in the state database. */
public final class JdbcTagStore implements TagStore {
  private final Database database;

  /** Tags in that database. */
  public JdbcTagStore(Database database) {
    this.database = database;
  }

  @Override
  public List<Tag> tags(String ownerId) {
    return database.all("SELECT tag_key, tag_value FROM tags WHERE owner_id = ? ORDER BY tag_key", ownerId)
        .map(row -> new Tag(text(row, "tag_key"), text(row, "tag_value")));
  }

  @Override
  public void replace(String ownerId, List<Tag> tags) {
    database.write("DELETE FROM tags WHERE owner_id = ?", ownerId);
    for (Tag tag : tags) {
      database.write("INSERT INTO tags (owner_id, tag_key, tag_value) VALUES (?, ?, ?)", ownerId, tag.key(), tag.value());
    }
  }
}
