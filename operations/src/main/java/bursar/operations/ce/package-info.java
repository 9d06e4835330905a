/**
 * Cost Explorer's operations, over awsJson 1.1, with the shapes the AWS SDK publishes.
 * It owns how requests become cost questions and how answers are spelled: periods, amounts, group keys and pages.
 * The wire and the server use it; it uses the cost store's port and the gate.
 * Only rows of the caller's visibility are counted, and every refusal names what to change.
 */
@NullMarked
package bursar.operations.ce;

import org.jspecify.annotations.NullMarked;
