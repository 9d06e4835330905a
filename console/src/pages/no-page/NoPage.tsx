/** What is shown where no page is. */
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import { addresses } from "../../app/addresses";
import { usePlace } from "../../app/router";
import { Emptiness } from "../../components/Emptiness";
import { useMessages } from "../../messages";

export function NoSuchPage() {
  const { noSuchPage } = useMessages().shell;
  const { path } = usePlace();
  return (
    <Container data-testid="no-such-page">
      <Emptiness
        page
        title={noSuchPage.title}
        text={noSuchPage.text(path)}
        action={<Button href={addresses.start}>{noSuchPage.home}</Button>}
      />
    </Container>
  );
}

export function NothingAllowed() {
  const m = useMessages();
  return (
    <Container data-testid="nothing-allowed">
      <Emptiness
        page
        title={m.shell.nothingAllowed.title}
        text={m.shell.nothingAllowed.text}
        action={<Button href={addresses.account}>{m.shell.yourAccount}</Button>}
      />
    </Container>
  );
}
