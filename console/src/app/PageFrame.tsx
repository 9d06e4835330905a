/** The frame of every page: account menu above, navigation beside, notices, and the page or its refusal. */
import AppLayout from "@cloudscape-design/components/app-layout";
import Box from "@cloudscape-design/components/box";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import SideNavigation, { type SideNavigationProps } from "@cloudscape-design/components/side-navigation";
import Spinner from "@cloudscape-design/components/spinner";
import TopNavigation from "@cloudscape-design/components/top-navigation";
import { Suspense, useEffect, useState } from "react";
import { Breakwater } from "../components/Breakwater";
import { PageRefusal } from "../components/PageRefusal";
import { signOut } from "../clients/signing-in";
import { useMessages } from "../messages";
import { NoSuchPage, NothingAllowed } from "../pages/no-page/NoPage";
import { ChangePasswordPage } from "../pages/account/ChangePasswordPage";
import { addresses, pagePaths } from "./addresses";
import { appearance, type Appearance, choose } from "./appearance";
import { NoticeBar, useNotices } from "./notices";
import { type Route, routeOf, sections } from "./pages";
import { navigate, usePlace } from "./router";
import { mayOpen, useSession } from "./session";

/** Pixels of a window from which the navigation stands open beside the page at first. */
const ROOM_FOR_NAVIGATION = 1000;

export function PageFrame({ checked }: { checked: boolean }) {
  const m = useMessages();
  const { path, query, visit } = usePlace();
  const { pages, session } = useSession();
  const { clear } = useNotices();
  const [navigationOpen, setNavigationOpen] = useState(window.innerWidth >= ROOM_FOR_NAVIGATION);
  const route = routeOf(path);
  const title = session.PasswordResetRequired
    ? m.account.changePassword
    : (route?.title(m, query) ?? (path === "/" ? m.shell.product : m.shell.noSuchPage.title));

  useEffect(() => {
    document.title = title === m.shell.product ? title : m.shell.title(title);
  }, [title, m]);

  useEffect(() => {
    if (path !== "/" || !checked) return;
    const first = sections.flatMap((section) => section.pages).find((page) => mayOpen(pages, page));
    if (first) navigate(pagePaths[first], { replace: true });
  }, [path, checked, pages]);

  // notices belong to the page that caused them and the one it led to
  useEffect(() => () => clear(), [route?.page, clear]);

  return (
    <>
      <button className="skip" data-testid="skip" onClick={() => document.getElementById("main")?.focus()}>
        {m.shell.skipToContent}
      </button>
      <AccountBar />
      <AppLayout
        headerSelector="#bursar-top"
        toolsHide
        navigationHide={!pages.some((page) => page.Allowed)}
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigation={<PageList />}
        notifications={<NoticeBar />}
        stickyNotifications
        breadcrumbs={route ? <Trail route={route} title={title} /> : undefined}
        maxContentWidth={1480}
        ariaLabels={{
          navigation: m.shell.navigation,
          navigationToggle: m.shell.openNavigation,
          navigationClose: m.shell.closeNavigation,
          notifications: m.shell.notifications,
        }}
        content={
          <main id="main" tabIndex={-1} data-testid="page" data-page={route?.page}>
            <Breakwater key={`${visit} ${path}`}>
              <Suspense fallback={<Waiting />}>{checked ? <PageHere route={route} /> : <Waiting />}</Suspense>
            </Breakwater>
          </main>
        }
      />
    </>
  );
}

function PageHere({ route }: { route: Route | undefined }) {
  const { path } = usePlace();
  const { pages, session } = useSession();
  if (session.PasswordResetRequired) return <ChangePasswordPage required />;
  if (path === "/") return pages.some((page) => page.Allowed) ? <Waiting /> : <NothingAllowed />;
  if (!route) return <NoSuchPage />;
  const Page = route.component;
  if (route.page && !mayOpen(pages, route.page)) {
    return <PageRefusal page={route.page}>{route.whenRefused ? <route.whenRefused /> : null}</PageRefusal>;
  }
  return <Page />;
}

function Waiting() {
  const m = useMessages();
  return (
    <Box padding="xxl" textAlign="center" color="text-body-secondary">
      <Spinner /> {m.states.loading}
    </Box>
  );
}

function Trail({ route, title }: { route: Route; title: string }) {
  const m = useMessages();
  const parent = route.page ? { text: m.shell.pages[route.page], href: pagePaths[route.page] } : undefined;
  const items: { text: string; href: string }[] = [{ text: m.shell.product, href: addresses.start }];
  if (parent && parent.text !== title) items.push(parent);
  items.push({ text: title, href: "" });
  return <BreadcrumbGroup ariaLabel={m.shell.breadcrumbs} items={items} />;
}

function PageList() {
  const m = useMessages();
  const { path } = usePlace();
  const { pages } = useSession();
  const items = sections
    .map((section): SideNavigationProps.Section => ({
      type: "section",
      text: m.shell[section.name],
      items: section.pages
        .filter((page) => mayOpen(pages, page))
        .map((page) => ({ type: "link", text: m.shell.pages[page], href: pagePaths[page] })),
    }))
    .filter((section) => section.items.length > 0);
  const page = routeOf(path)?.page;
  return (
    <SideNavigation
      header={{ text: m.shell.tagline, href: addresses.start }}
      activeHref={page ? pagePaths[page] : path}
      items={items}
      data-testid="navigation"
    />
  );
}

function AccountBar() {
  const m = useMessages();
  const { session } = useSession();
  const [look, setLook] = useState<Appearance>(appearance());
  const greeting = session.UserName ? `${session.UserName} @ ${session.AccountName}` : session.AccountName;
  const kind = session.PrincipalType === "Root" ? m.shell.rootUser : m.shell.iamUser(session.UserName ?? "");
  return (
    <div id="bursar-top">
      <TopNavigation
        identity={{ href: addresses.start, title: m.shell.product, logo: { src: "/bursar.svg", alt: m.shell.product } }}
        utilities={[
          {
            type: "menu-dropdown",
            iconName: "settings",
            ariaLabel: m.shell.appearance,
            title: m.shell.appearance,
            items: [
              { id: "light", text: m.shell.lightMode, iconName: look === "light" ? "check" : undefined },
              { id: "dark", text: m.shell.darkMode, iconName: look === "dark" ? "check" : undefined },
            ],
            onItemClick: ({ detail }) => {
              const next = detail.id === "dark" ? "dark" : "light";
              choose(next);
              setLook(next);
            },
          },
          {
            type: "menu-dropdown",
            iconName: "user-profile",
            text: greeting,
            description: m.shell.accountNumber(session.AccountId),
            ariaLabel: `${greeting}, ${m.shell.accountMenu}`,
            items: [
              {
                id: "who",
                text: kind,
                items: [
                  { id: "account", text: m.shell.yourAccount, href: pagePaths.Account },
                  { id: "credentials", text: m.shell.yourCredentials, href: addresses.credentials },
                ],
              },
              { id: "sign-out", text: m.shell.signOut },
            ],
            onItemClick: ({ detail }) => {
              if (detail.id !== "sign-out") return;
              void signOut().then(() => navigate(addresses.signIn(), { replace: true }));
            },
          },
        ]}
      />
    </div>
  );
}
