/** The preferences as the page changes them. */
import type { MemberException, MemberPermissions, Preferences } from "../../clients/bursar-shapes";

/** The three decisions alone. */
export function permissionsOf(said: MemberPermissions): MemberPermissions {
  return {
    LinkedAccountAccess: said.LinkedAccountAccess,
    LinkedAccountRefundsAndCredits: said.LinkedAccountRefundsAndCredits,
    LinkedAccountDiscounts: said.LinkedAccountDiscounts,
  };
}

export function differ(one: MemberPermissions, other: MemberPermissions): boolean {
  return JSON.stringify(permissionsOf(one)) !== JSON.stringify(permissionsOf(other));
}

/** The same with an exception, in the place of one that the account has. */
export function withException(present: Preferences, exception: MemberException): MemberException[] {
  return [...without(present, exception.AccountId), exception];
}

export function without(present: Preferences, account: string): MemberException[] {
  return present.Exceptions.filter((each) => each.AccountId !== account);
}

export function isAccount(text: string): boolean {
  return /^\d{12}$/.test(text);
}
