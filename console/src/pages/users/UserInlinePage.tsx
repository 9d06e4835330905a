import { InlinePage } from "../../components/holder/InlinePage";

/** Writing an inline policy of a user. */
export default function UserInlinePage() {
  return <InlinePage kind="user" />;
}
