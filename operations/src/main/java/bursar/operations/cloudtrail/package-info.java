/**
 * CloudTrail's view of the audit trail, over awsJson 1.1.
 * It owns how events are looked up and spelled as CloudTrail records.
 * The wire and the server use it; it uses the audit store and the gate.
 * A caller sees the events of its own account and no others.
 */
@NullMarked
package bursar.operations.cloudtrail;

import org.jspecify.annotations.NullMarked;
