package bursar.policy;

import bursar.policy.matching.VariableSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one request and their values; keys ignore case, values do not. Immutable: one that is {@linkplain #whenAsked gathered when
 * asked} is gathered once and then stays.
 */
public final class RequestContext implements VariableSource {
  private static final RequestContext EMPTY = new RequestContext(Map.of());

  private final Object gathering = new Object();
  private final @Nullable Supplier<RequestContext> source;
  private volatile @Nullable Map<String, List<String>> gathered;

  private RequestContext(Map<String, List<String>> valuesByKey) {
    this.source = null;
    this.gathered = valuesByKey;
  }

  private RequestContext(Supplier<RequestContext> source) {
    this.source = source;
  }

  /** A context whose keys are gathered the first time a policy asks for one: most policies never do, and some keys are dear to find out. */
  public static RequestContext whenAsked(Supplier<RequestContext> source) {
    return new RequestContext(source);
  }

  private Map<String, List<String>> valuesByKey() {
    Map<String, List<String>> known = gathered;
    return known == null ? gather() : known;
  }

  private Map<String, List<String>> gather() {
    synchronized (gathering) {
      Map<String, List<String>> known = gathered;
      if (known == null) {
        known = Objects.requireNonNull(source, "a context without keys has a source").get().asMap();
        gathered = known;
      }
      return known;
    }
  }

  /** A context without any key. */
  public static RequestContext empty() {
    return EMPTY;
  }

  /** Begins a context. */
  public static Builder builder() {
    return new Builder();
  }

  /** The values of a key in any case; empty when the request does not carry it. */
  public List<String> get(String key) {
    return values(key.toLowerCase(Locale.ROOT));
  }

  @Override
  public List<String> values(String lowerCaseKey) {
    return valuesByKey().getOrDefault(lowerCaseKey, List.of());
  }

  /** The value of a key that has exactly one; null otherwise. The key is in lower case. */
  @Nullable String single(String lowerCaseKey) {
    List<String> values = values(lowerCaseKey);
    return values.size() == 1 ? values.getFirst() : null;
  }

  /** All keys, in lower case, with their values. */
  public Map<String, List<String>> asMap() {
    return valuesByKey();
  }

  /** A builder that begins with everything in this context. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    valuesByKey().forEach(builder::put);
    return builder;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestContext context && valuesByKey().equals(context.valuesByKey());
  }

  @Override
  public int hashCode() {
    return valuesByKey().hashCode();
  }

  @Override
  public String toString() {
    return valuesByKey().toString();
  }

  /** Collects the keys of a request. */
  public static final class Builder {
    private final Map<String, List<String>> valuesByKey = new HashMap<>();

    private Builder() {}

    /** Sets a key to one value, forgetting earlier ones. */
    public Builder put(String key, String value) {
      return put(key, List.of(value));
    }

    /** Sets a key to several values, forgetting earlier ones; an empty list leaves the key absent. */
    public Builder put(String key, List<String> values) {
      if (values.isEmpty()) {
        valuesByKey.remove(key.toLowerCase(Locale.ROOT));
      } else {
        valuesByKey.put(key.toLowerCase(Locale.ROOT), List.copyOf(values));
      }
      return this;
    }

    /** Adds a value to a key, keeping earlier ones. */
    public Builder add(String key, String value) {
      List<String> values = new ArrayList<>(valuesByKey.getOrDefault(key.toLowerCase(Locale.ROOT), List.of()));
      values.add(value);
      return put(key, values);
    }

    /** The finished context. */
    public RequestContext build() {
      return valuesByKey.isEmpty() ? EMPTY : new RequestContext(Collections.unmodifiableMap(new HashMap<>(valuesByKey)));
    }
  }
}
