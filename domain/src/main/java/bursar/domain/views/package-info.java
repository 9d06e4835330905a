/**
 * Billing views: named parts of a management account's costs, and with whom they are shared.
 * It owns custom views, their filters and sources, the policies that share them, and whether a view can still be read.
 * The gate and the operations use it; it uses organizations, tags, the filters of costs and the policy language.
 * A view never shows more than its sources do, and nobody reads another account's view whose policy does not name it.
 */
@NullMarked
package bursar.domain.views;

import org.jspecify.annotations.NullMarked;
