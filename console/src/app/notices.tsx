/** Short notices above the page: what has just been done. */
import Flashbar, { type FlashbarProps } from "@cloudscape-design/components/flashbar";
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { useMessages } from "../messages";

export interface Notices {
  readonly items: FlashbarProps.MessageDefinition[];
  readonly tell: (text: string, type?: "success" | "warning" | "error" | "info") => void;
  readonly clear: () => void;
}

const NoticesContext = createContext<Notices>({ items: [], tell: () => undefined, clear: () => undefined });

export function NoticesProvider({ children }: { children: ReactNode }) {
  const m = useMessages();
  const [items, setItems] = useState<FlashbarProps.MessageDefinition[]>([]);
  const tell = useCallback<Notices["tell"]>(
    (text, type = "success") => {
      const id = crypto.randomUUID?.() ?? String(Math.random());
      setItems((before) => [
        ...before.slice(-2),
        {
          id,
          type,
          content: text,
          dismissible: true,
          dismissLabel: m.shell.dismiss,
          onDismiss: () => setItems((now) => now.filter((item) => item.id !== id)),
        },
      ]);
    },
    [m],
  );
  const clear = useCallback(() => setItems((before) => (before.length ? [] : before)), []);
  const value = useMemo(() => ({ items, tell, clear }), [items, tell, clear]);
  return <NoticesContext value={value}>{children}</NoticesContext>;
}

export function useNotices(): Notices {
  return useContext(NoticesContext);
}

export function NoticeBar() {
  const { items } = useNotices();
  return <Flashbar items={items} />;
}
