import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import { useMessages } from "../messages";

/** A text with a button that copies it. */
export function Copyable({ text, testId }: { text: string; testId?: string }) {
  const m = useMessages();
  return (
    <span data-testid={testId}>
      <CopyToClipboard
        variant="inline"
        copyButtonAriaLabel={m.states.copy}
        textToCopy={text}
        copySuccessText={m.states.copied}
        copyErrorText={m.states.copyFailed}
      />
    </span>
  );
}
