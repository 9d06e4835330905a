import { describe, expect, it } from "vitest";
import { guardChoices, guardPolicyName } from "../pages/account/GuardPanel";
import { safeNext } from "../pages/sign-in/SignInPage";
import { addresses, pagePaths } from "./addresses";
import { routeOf, routes, sections } from "./pages";
import { leftToBrowser } from "./router";

describe("addresses", () => {
  it("everyPageHasARouteAndAPlaceInTheNavigation", () => {
    const listed = sections.flatMap((section) => section.pages);
    for (const [page, path] of Object.entries(pagePaths)) {
      expect(routeOf(path)?.page).toBe(page);
      expect(listed).toContain(page);
    }
  });
  it("everyAddressLeadsToARoute", () => {
    for (const address of [addresses.createUser, addresses.user("a b"), addresses.userInline("x", "p"), addresses.group("g"), addresses.groupInline("g"), addresses.createGroup, addresses.createPolicy, addresses.policy("arn:x/y"), addresses.editPolicy("arn:x")]) {
      expect(routeOf(address.split("?")[0]!), address).toBeDefined();
    }
    expect(routeOf("/iam/users/")?.page).toBe("Users");
    expect(routeOf("/nowhere")).toBeUndefined();
    expect(new Set(routes.map((route) => route.path)).size).toBe(routes.length);
  });
  it("neverLeadsFromSignInToAnotherSite", () => {
    expect(safeNext("/billing/bills?month=2026-10")).toBe("/billing/bills?month=2026-10");
    for (const bad of ["//evil.example", "https://evil.example", "/\\evil.example", "/signin", "", null]) expect(safeNext(bad)).toBe("/");
  });
  it("leavesModifiedClicksToTheBrowser", () => {
    const link = document.createElement("a");
    link.href = "/billing/bills";
    expect(leftToBrowser(new MouseEvent("click"), link)).toBe(false);
    expect(leftToBrowser(new MouseEvent("click", { ctrlKey: true }), link)).toBe(true);
    expect(leftToBrowser(new MouseEvent("click", { button: 1 }), link)).toBe(true);
    link.href = "https://elsewhere.example/";
    expect(leftToBrowser(new MouseEvent("click"), link)).toBe(true);
  });
});

describe("the guard", () => {
  const template = (Name: string) => ({ Name, Title: Name, Intent: "", Kind: "identity" as const, PolicyDocument: '{"Statement":{"Effect":"Deny"}}', Warnings: [] });
  it("offersTheExampleAndItsSistersOnly", () => {
    const found = guardChoices([template("example-4-strict"), template("example-4"), template("example-41"), template("example-14")], "example-4-strict");
    expect(found.map((one) => one.Name)).toEqual(["example-4-strict", "example-4"]);
  });
  it("neverOffersAPolicyThatAllowsSomething", () => {
    const open = { ...template("example-4-open"), PolicyDocument: '{"Statement":[{"Effect":"Allow"},{"Effect":"Deny"}]}' };
    expect(guardChoices([template("example-4"), open, { ...open, PolicyDocument: "{oops" }], "example-4").map((one) => one.Name)).toEqual(["example-4"]);
  });
  it("hasANameIamAccepts", () => {
    expect(guardPolicyName("Example 4: strict")).toBe("Example-4--strict");
  });
});
