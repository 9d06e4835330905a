/**
 * Questions and answers as lines of JSON: policies, a request, and what is expected of them.
 * It owns the form of a case and of its answer.
 * The command line uses it; it uses {@code bursar.policy} and a JSON streaming parser.
 * A line that is no case becomes one sentence that says what is wrong with it, never another exception.
 */
@NullMarked
package bursar.policy.cases;

import org.jspecify.annotations.NullMarked;
