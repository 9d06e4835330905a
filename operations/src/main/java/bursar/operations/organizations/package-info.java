/**
 * AWS Organizations' operations: organizations, their accounts, the tree of units, invitations, over awsJson 1.1.
 * It owns how they are spelled as Organizations spells them, and which of them members may ask.
 * The wire and the server use it; it uses the rules of organizations and the gate.
 * What changes an organization is asked of its management account; a member learns of its organization and its own invitations only.
 */
@NullMarked
package bursar.operations.organizations;

import org.jspecify.annotations.NullMarked;
