/**
 * Policies ready to use: AWS's documented examples for billing, and stricter ones beside them.
 * It owns their documents, names, intents and the warnings that go with them.
 * Operations use it; it uses the JDK only.
 * A template grants and denies exactly what its documented effect matrix says, and a warning is shown wherever one would mislead.
 */
@NullMarked
package bursar.domain.templates;

import org.jspecify.annotations.NullMarked;
