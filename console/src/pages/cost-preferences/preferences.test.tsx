import { afterEach, describe, expect, it, vi } from "vitest";
import type { Preferences } from "../../clients/bursar-shapes";
import { draw, wipe } from "../../testing/draw";
import { differ, isAccount, without, withException } from "./exceptions";
import { PermissionToggles } from "./PermissionToggles";

const open = { LinkedAccountAccess: true, LinkedAccountRefundsAndCredits: true, LinkedAccountDiscounts: true };
const present: Preferences = { ...open, Exceptions: [{ AccountId: "222233334444", ...open, LinkedAccountAccess: false }] };

afterEach(wipe);

describe("the exceptions", () => {
  it("aSecondExceptionForAnAccountTakesThePlaceOfTheFirst", () => {
    expect(withException(present, { AccountId: "222233334444", ...open })).toEqual([{ AccountId: "222233334444", ...open }]);
    expect(withException(present, { AccountId: "333344445555", ...open })).toHaveLength(2);
    expect(without(present, "222233334444")).toEqual([]);
  });
  it("anAccountHasTwelveDigits", () => {
    expect(["222233334444", "22223333444", "2222-3333-4444", ""].map(isAccount)).toEqual([true, false, false, false]);
  });
  it("onlyTheThreeDecisionsCountAsAChange", () => {
    expect(differ(present, open)).toBe(false);
    expect(differ(present, { ...open, LinkedAccountDiscounts: false })).toBe(true);
  });
});

describe("the toggles", () => {
  it("showWhatIsSaidAndSayWhatIsWanted", () => {
    const change = vi.fn();
    const box = draw(<PermissionToggles said={{ ...open, LinkedAccountDiscounts: false }} change={change} />);
    const toggles = [...box.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
    expect(toggles.map((toggle) => toggle.checked)).toEqual([true, true, false]);
    toggles[0]!.click();
    expect(change).toHaveBeenCalledWith({ ...open, LinkedAccountAccess: false, LinkedAccountDiscounts: false });
  });
  it("cannotBeTurnedWhereAnotherAccountDecides", () => {
    const box = draw(<PermissionToggles said={open} />);
    expect([...box.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].every((toggle) => toggle.disabled)).toBe(true);
  });
});
