/**
 * Advice on a policy's text, for its author.
 * It owns the findings: what is an error, what is dangerous, what does not do what it seems to do, and the cases in which a file asks for them.
 * Editors and validation operations use it; it uses {@code bursar.policy}, a JSON streaming parser and the JDK only.
 * It stands beside evaluation: no finding ever changes a decision.
 */
@NullMarked
package bursar.policy.advice;

import org.jspecify.annotations.NullMarked;
