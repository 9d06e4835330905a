package bursar.policy.matching;

import java.util.List;

/** Where condition keys and policy variables get their values: the context of one request. */
@FunctionalInterface
public interface VariableSource {
  /**
   * The values of a key; empty when the request does not carry it.
   *
   * @param lowerCaseKey the key in lower case, because keys ignore case
   */
  List<String> values(String lowerCaseKey);
}
