import { InlinePage } from "../../components/holder/InlinePage";

/** Writing an inline policy of a group. */
export default function GroupInlinePage() {
  return <InlinePage kind="group" />;
}
