/** Bursar's own operations: what each takes and answers. Amounts are decimal strings, times epoch seconds. */
export type Nothing = Record<string, never>;

export interface SignUpInput {
  Email: string;
  Password: string;
  AccountName: string;
  SetupCode?: string;
}
export interface SignUpOutput {
  AccountId: string;
}

export interface Session {
  AccountId: string;
  AccountName: string;
  AccountAlias?: string;
  PrincipalArn: string;
  PrincipalType: "Root" | "User";
  UserName?: string;
  Email?: string;
  PasswordResetRequired?: boolean;
}

export type Activation = "ACTIVATED" | "DEACTIVATED";
export type SwitchScope = "CONSOLE_AND_API" | "CONSOLE";

export interface BillingAccess {
  AccountId: string;
  IamUserAndRoleAccess: Activation;
  Scope: SwitchScope;
  MayChange: boolean;
  ChangedAt?: number;
  ChangedBy?: string;
}
export interface PutBillingAccessInput {
  IamUserAndRoleAccess: Activation;
  Scope?: SwitchScope;
}

export interface GrantingStatement {
  PolicyName: string;
  PolicyArn?: string;
  Via: string;
  /** From 0, as on the wire; readers are shown it from 1. */
  StatementIndex: number;
  StatementId?: string;
  Line: number;
  Column: number;
}
export interface GainedAction {
  Action: string;
  LegacyAction?: string;
  /** CONSOLE, API or both. */
  Surfaces?: string[];
  Statements: GrantingStatement[];
}
export interface BillingGain {
  PrincipalArn: string;
  UserName: string;
  Actions: GainedAction[];
  /** The console's pages that would open. */
  Pages?: ConsolePage[];
}
export interface BillingAccessPreview {
  Gains: BillingGain[];
  Unaffected: { PrincipalArn: string; UserName: string; Reason: string }[];
  GuardTemplate: string;
  /** What stays closed however the switch stands, because the management account has closed it. */
  StillClosed?: string;
}

export type ActionSet = "BOTH" | "LEGACY" | "FINE_GRAINED";
export interface ActionSetShape {
  ActionSet: ActionSet;
}

export type ConsolePage =
  | "BillingHome"
  | "Bills"
  | "CostExplorer"
  | "CostCategories"
  | "CostAllocationTags"
  | "AnomalyDetection"
  | "Reservations"
  | "SavingsPlans"
  | "CostPreferences"
  | "Account"
  | "Users"
  | "Groups"
  | "Policies"
  | "Guardrails"
  | "AuditTrail"
  | "CostImports";

export interface ExplainAccessInput {
  PrincipalArn?: string;
  Action?: string;
  Page?: ConsolePage;
  ResourceArn?: string;
  Context?: { Key: string; Values: string[] }[];
  Surface?: "CONSOLE" | "API";
}
export type Decision = "ALLOWED" | "IMPLICITLY_DENIED" | "EXPLICITLY_DENIED";
export type GateName = "AUTHENTICATION" | "SWITCH" | "ORGANIZATION" | "ROOT_ONLY" | "IDENTITY_POLICIES";
export type GateOutcome = "PASSED" | "REFUSED" | "NOT_APPLICABLE" | "NOT_REACHED";
export interface Gate {
  Gate: GateName;
  Outcome: GateOutcome;
  Detail: string;
  WhoCanChange?: string;
  Where?: string;
}
export interface ExplainedStatement {
  PolicyName: string;
  PolicyArn?: string;
  Via: string;
  /** From 0, as on the wire; readers are shown it from 1. */
  StatementIndex: number;
  StatementId?: string;
  Effect: "Allow" | "Deny";
  Line: number;
  Column: number;
  Matched: boolean;
  Reason: string;
}
/** A change that would let the request pass. */
export interface ExplainedFix {
  Sentence: string;
  WhoCanChange: string;
  Where: string;
}
export interface Explanation {
  Decision: Decision;
  Message: string;
  PrincipalArn: string;
  Action: string;
  ResourceArn: string;
  Gates: Gate[];
  Statements: ExplainedStatement[];
  /** The smallest change first; absent when it passes or nobody asked. */
  Fixes?: ExplainedFix[];
}

export interface PageAccess {
  Page: ConsolePage;
  Allowed: boolean;
  Message?: string;
}
export interface ConsolePages {
  Pages: PageAccess[];
}

export interface BillUsageType {
  UsageType: string;
  Quantity: string;
  Unit: string;
  Amount: string;
}
export interface BillRegion {
  Region: string;
  Amount: string;
  UsageTypes: BillUsageType[];
}
export interface BillService {
  Service: string;
  Amount: string;
  Regions: BillRegion[];
}
export interface BillAccount {
  AccountId: string;
  AccountName?: string;
  Amount: string;
  Services: { Service: string; Amount: string }[];
}
export interface Bill {
  Month: string;
  Currency: string;
  Estimated: boolean;
  Total: string;
  Tax: string;
  Credits: string;
  Services: BillService[];
  Accounts: BillAccount[];
  AvailableMonths: string[];
}

export interface PolicyTemplate {
  Name: string;
  Title: string;
  Intent: string;
  Kind: "identity" | "resource" | "pointer";
  PolicyDocument?: string;
  Warnings: string[];
  /** Its numbers in AWS's guides, such as 4b. */
  DocumentedAs?: string[];
}

export type Severity = "ERROR" | "SECURITY_WARNING" | "WARNING" | "SUGGESTION";
export interface PolicyFinding {
  Severity: Severity;
  Code: string;
  Message: string;
  Line: number;
  Column: number;
}
export interface BillingEffect {
  Name: string;
  Action: string;
  LegacyAction?: string;
  Effect: Decision;
  LegacyEffect?: Decision;
}
export interface PolicyAnalysis {
  Valid: boolean;
  Findings: PolicyFinding[];
  BillingEffects: BillingEffect[];
}

export interface CostImport {
  ImportId: string;
  AccountId: string;
  Status: string;
  StartedAt: number;
  FinishedAt?: number;
  By: string;
  Paths: string[];
  Format: string;
  RowsRead: number;
  RowsRefused: number;
  Refusals: { File: string; Row: number; Reason: string }[];
  Months: string[];
  Totals: { Month: string; Currency: string; UnblendedCost: string; Rows: number }[];
  /** Why it failed, where it did. */
  Failure?: string;
  DataSet: string;
  /** What was read although it is written otherwise than prescribed; the first row is 0 when it is about the whole file. */
  Normalisations: { File: string; Column: string; What: string; Rows: number; FirstRow: number; Example?: string }[];
  Deliveries: { Report: string; Month: string; AssemblyId: string }[];
  UndoneAt?: number;
  UndoneBy?: string;
}
export interface ImportProgress {
  ImportId: string;
  Status: string;
  Step: string;
  RowsRead: number;
  RowsTotal?: number;
  RowsPerSecond?: number;
  SecondsLeft?: number;
  Failure?: string;
}
export interface UnclaimedAccount {
  AccountId: string;
  AccountName?: string;
  Currency?: string;
  UnblendedCost: string;
  FirstMonth: string;
  LastMonth: string;
}
export interface CostImports {
  Imports: CostImport[];
  UnclaimedAccounts: UnclaimedAccount[];
}

export type ReachAnswer = "ALWAYS" | "CAN" | "NEVER" | "UNKNOWN";
/** A request that passes, with the keys it must carry. */
export interface ExampleRequest {
  Action: string;
  ResourceArn: string;
  Context: { Key: string; Values: string[] }[];
}
export interface AllowingStatement {
  PolicyName: string;
  PolicyArn?: string;
  Via: string;
  StatementId?: string;
  Line: number;
  Column: number;
}
export interface ReachFinding {
  PrincipalArn: string;
  AccountId: string;
  UserName?: string;
  Answer: ReachAnswer;
  Reason: string;
  Example?: ExampleRequest;
  Statements: AllowingStatement[];
}
export interface WhoCanInput {
  Action: string;
  ResourceArn?: string;
  Organization?: boolean;
  MaxResults?: number;
  NextToken?: string;
}

export interface PutGuardrailInput {
  Name: string;
  Description?: string;
  Actions: string[];
  ResourceArns?: string[];
  ExceptPrincipalArns?: string[];
  ExceptGroups?: string[];
}
export interface Guardrail {
  Name: string;
  Description: string;
  Actions: string[];
  ResourceArns: string[];
  ExceptPrincipalArns: string[];
  ExceptGroups: string[];
  CreatedAt: number;
  CreatedBy: string;
}
export interface GuardrailCheck {
  Name: string;
  Result: "HOLDS" | "BROKEN" | "UNKNOWN";
  PrincipalArn?: string;
  Message?: string;
  Example?: ExampleRequest;
  Statements: AllowingStatement[];
}

/** What members may see of their own costs. */
export interface MemberPermissions {
  LinkedAccountAccess: boolean;
  LinkedAccountRefundsAndCredits: boolean;
  LinkedAccountDiscounts: boolean;
}
export interface MemberException extends MemberPermissions {
  AccountId: string;
}
export interface Preferences extends MemberPermissions {
  Exceptions: MemberException[];
  /** The management account whose decision it is, where the asking account is its member. */
  DecidedBy?: string;
}

export interface SplitInput {
  CostCategoryArn: string;
  /** YYYY-MM */
  Month: string;
  Metric?: string;
}
/** What a value of a cost category costs: its own costs, what it gave to others, what it got of them, and what remains. */
export interface SplitValue {
  /** Empty for charges without a value. */
  Value: string;
  Cost: string;
  Given: string;
  Received: string;
  Total: string;
}
export interface Split {
  Name: string;
  Month: string;
  Metric: string;
  Currency: string;
  Values: SplitValue[];
}

/** Every operation of Bursar, by name. */
export interface BursarOperations {
  SignUp: { input: SignUpInput; output: SignUpOutput };
  GetSession: { input: Nothing; output: Session };
  GetBillingAccess: { input: Nothing; output: BillingAccess };
  PutBillingAccess: { input: PutBillingAccessInput; output: BillingAccess };
  PreviewBillingAccess: { input: Nothing; output: BillingAccessPreview };
  GetConsoleActionSetEnforced: { input: Nothing; output: ActionSetShape };
  UpdateConsoleActionSetEnforced: { input: ActionSetShape; output: ActionSetShape };
  ExplainAccess: { input: ExplainAccessInput; output: Explanation };
  ListConsolePages: { input: Nothing; output: ConsolePages };
  GetBill: { input: { Month: string }; output: Bill };
  ListPolicyTemplates: { input: Nothing; output: { Templates: PolicyTemplate[] } };
  AnalyzePolicy: { input: { PolicyDocument: string }; output: PolicyAnalysis };
  WhoCan: { input: WhoCanInput; output: { Principals: ReachFinding[]; NextToken?: string } };
  PutGuardrail: { input: PutGuardrailInput; output: Guardrail };
  ListGuardrails: { input: Nothing; output: { Guardrails: Guardrail[] } };
  DeleteGuardrail: { input: { Name: string }; output: Nothing };
  CheckGuardrails: { input: Nothing; output: { Checks: GuardrailCheck[] } };
  CreateCostUpload: { input: { FileNames: string[] }; output: { UploadId: string; Targets: { FileName: string; Url: string }[] } };
  GetCostImport: { input: { ImportId: string }; output: ImportProgress };
  UndoCostImport: { input: { ImportId: string }; output: { ImportId: string; Months: string[] } };
  GetPreferences: { input: Nothing; output: Preferences };
  UpdatePreferences: { input: MemberPermissions & { Exceptions?: MemberException[] }; output: Preferences };
  ListCostImports: { input: Nothing; output: CostImports };
  GetCostCategorySplit: { input: SplitInput; output: Split };
}
