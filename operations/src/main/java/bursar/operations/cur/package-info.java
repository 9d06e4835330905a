/**
 * Cost and Usage Reports ({@code cur}) as clients know them: the legacy report's definitions.
 * It owns the declarations of its seven operations and the translation of its models.
 * The server adds them to the catalogue; it uses the SDK's models, the gate's answers and the exports of the domain.
 * A report is an export of another kind: it runs, and is refused, by the same rules.
 */
@NullMarked
package bursar.operations.cur;

import org.jspecify.annotations.NullMarked;
