/** The texts of the console. Another language is another module of the same shape, added to `languages`. */
import { createContext, useContext } from "react";
import { en } from "./en";

export type Messages = typeof en;
export type Language = "en";

export const languages: Record<Language, Messages> = { en };

export const MessagesContext = createContext<Messages>(en);

export function useMessages(): Messages {
  return useContext(MessagesContext);
}
