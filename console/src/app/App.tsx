/** The console from the outside: texts, notices, and either sign-in or the shell around a page. */
import I18nProvider from "@cloudscape-design/components/i18n";
import cloudscapeTexts from "@cloudscape-design/components/i18n/messages/all.en";
import { languages, MessagesContext } from "../messages";
import { SignInPage } from "../pages/sign-in/SignInPage";
import { SignUpPage } from "../pages/sign-up/SignUpPage";
import { Breakwater } from "../components/Breakwater";
import { addresses } from "./addresses";
import { NoticesProvider } from "./notices";
import { usePlace } from "./router";
import { SignedIn } from "./SignedIn";

export function App() {
  return (
    <I18nProvider locale="en" messages={[cloudscapeTexts]}>
      <MessagesContext value={languages.en}>
        <NoticesProvider>
          <Breakwater>
            <Entrance />
          </Breakwater>
        </NoticesProvider>
      </MessagesContext>
    </I18nProvider>
  );
}

function Entrance() {
  const { path } = usePlace();
  if (path === "/signin") return <SignInPage />;
  if (path === addresses.signUp || path === "/signup") return <SignUpPage />;
  return <SignedIn />;
}
