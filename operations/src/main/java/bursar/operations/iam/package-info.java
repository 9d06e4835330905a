/**
 * The operations of AWS Identity and Access Management that this product serves, one file each.
 * It owns their declarations, the ARNs they are about, and the spelling of identities as the AWS SDK's model classes.
 * The server lists them in its catalogue; it uses declarations, the gate's authorized input, and the rules of identity and accounts.
 * Codes, sentences and the members always answered are those of AWS; a name without UserName is the caller's.
 */
@NullMarked
package bursar.operations.iam;

import org.jspecify.annotations.NullMarked;
