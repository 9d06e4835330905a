/**
 * The gate that every call and every page passes.
 * It owns who is calling, the order of the questions (root only, switch, organization, policies) and the explanation of a refusal.
 * The pipeline of the server and the handlers use it; it uses {@code bursar.policy} and facts about accounts that are handed in.
 * Only the gate makes an {@code Authorized} input or a {@code Visibility}; the absence of a decision is a refusal; nothing skips it.
 */
@NullMarked
package bursar.operations.gate;

import org.jspecify.annotations.NullMarked;
