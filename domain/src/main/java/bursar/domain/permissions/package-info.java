/**
 * The catalogue of permissions: every action that billing and cost management knows, old names and today's, and what each opens.
 * It owns the list of actions as data, and the mapping between the legacy permissions and the actions that took their place.
 * Operations and policy validation use it; it uses the JDK only.
 * Whether an action exists is answered here and nowhere else, and the answer never depends on upper or lower case.
 */
@NullMarked
package bursar.domain.permissions;

import org.jspecify.annotations.NullMarked;
