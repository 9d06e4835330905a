/**
 * The operations of AWS Security Token Service that this product serves, one file each.
 * It owns their declarations.
 * The server lists them in its catalogue; it uses declarations and the gate's authorized input.
 * Asking who one is cannot be denied.
 */
@NullMarked
package bursar.operations.sts;

import org.jspecify.annotations.NullMarked;
