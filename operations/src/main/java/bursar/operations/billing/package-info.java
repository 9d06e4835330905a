/**
 * AWS Billing's operations on billing views, over awsJson 1.0, and what views mean to the gate.
 * It owns how views are spelled as Billing spells them, the primary view of every account included.
 * The wire and the server use it, and the gate asks it for scopes; it uses the rules of views.
 * Who is not the owner of a view learns no more of it than its policy gives.
 */
@NullMarked
package bursar.operations.billing;

import org.jspecify.annotations.NullMarked;
