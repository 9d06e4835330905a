/**
 * IAM Access Analyzer's operations on the text of policies, over restJson1.
 * It owns how findings are spelled as Access Analyzer spells them, their places included.
 * The wire and the server use it; it uses the policy language's advice and proofs, the catalogue of permissions and the gate.
 * Nothing here looks at or changes stored state: the answer depends on the request alone.
 */
@NullMarked
package bursar.operations.accessanalyzer;

import org.jspecify.annotations.NullMarked;
