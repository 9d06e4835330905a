package bursar.domain.identity;

/**
 * A label on a user or a policy.
 *
 * @param key 1 to 128 letters, digits, spaces or {@code _.:/=+-@}; not starting with {@code aws:}
 * @param value 0 to 256 of the same characters
 */
public record Tag(String key, String value) {}
