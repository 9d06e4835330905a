/**
 * Data Exports ({@code bcm-data-exports}) as clients know it: exports of cost data in tables, selected by a query.
 * It owns the declarations of its twelve operations and the translation of its models.
 * The server adds them to the catalogue; it uses the SDK's models, the gate's answers and the exports of the domain.
 * Nobody learns of another account's exports, and a query is understood before it is kept.
 */
@NullMarked
package bursar.operations.dataexports;

import org.jspecify.annotations.NullMarked;
