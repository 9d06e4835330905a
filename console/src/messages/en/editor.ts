/** Words of the policy editor. */
export const editor = {
  label: "Policy document in JSON",
  findings: "Findings",
  noFindings: "No problems found.",
  checking: "Checking",
  notChecked: "The document could not be checked by the server.",
  empty: "Write a policy, or start from a template.",
  severities: {
    ERROR: "Error",
    SECURITY_WARNING: "Security warning",
    WARNING: "Warning",
    SUGGESTION: "Suggestion",
  },
  goTo: (line: number, column: number) => `Line ${line}, column ${column}`,
  tidy: "Tidy up",
  position: (line: number, column: number) => `Line ${line}, column ${column}`,
  size: (characters: number, limit: number) => `${characters} of ${limit} characters, spaces not counted`,
  counts: (errors: number, warnings: number) =>
    `${errors === 1 ? "1 error" : `${errors} errors`}, ${warnings === 1 ? "1 warning" : `${warnings} warnings`}`,
};
