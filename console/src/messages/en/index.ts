import { access } from "./access";
import { account } from "./account";
import { audit } from "./audit";
import { billing } from "./billing";
import { costExplorer } from "./cost-explorer";
import { costSetup } from "./cost-setup";
import { editor } from "./editor";
import { guardrails } from "./guardrails";
import { identity } from "./identity";
import { preferences } from "./preferences";
import { shell } from "./shell";
import { signingIn } from "./signing-in";
import { states } from "./states";

/** Every text of the console in English; its shape is what another language must fill. */
export const en = { access, account, audit, billing, costExplorer, costSetup, editor, guardrails, identity, preferences, shell, signingIn, states };
