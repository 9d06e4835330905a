/**
 * Cost categories and cost allocation tags as their owners manage them.
 * It owns definitions in versions by month, the rules a definition must obey, split charges, which tags are active when, and how both change answers.
 * Operations use it; it uses {@code bursar.domain.costs} and keeps its state through {@code KeptRecords}.
 * A row has one value of a category at most, split charges sum to what was split exactly, and what policies see of a row never depends on activation.
 */
@NullMarked
package bursar.domain.categories;

import org.jspecify.annotations.NullMarked;
