/**
 * The managed policies that ship with the product under the names and ARNs AWS gives them.
 * It owns their texts, written by us after AWS's documented contents, one JSON file each.
 * Identity uses it; it uses the JDK only.
 * They belong to no account, have one version, and never change while the product runs.
 */
@NullMarked
package bursar.domain.identity.managed;

import org.jspecify.annotations.NullMarked;
