/** A user's access keys. The secret of a new one is shown once, here, and nowhere again. */
import {
  type AccessKey,
  type AccessKeyMetadata,
  CreateAccessKeyCommand,
  DeleteAccessKeyCommand,
  ListAccessKeysCommand,
  UpdateAccessKeyCommand,
} from "@aws-sdk/client-iam";
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import { useAsked, useDoing } from "../../app/asking";
import { useNotices } from "../../app/notices";
import { iam } from "../../clients/aws";
import { everyPage } from "../../clients/iam-pages";
import { Confirmation } from "../../components/Confirmation";
import { Copyable } from "../../components/Copyable";
import { Emptiness } from "../../components/Emptiness";
import { Listing } from "../../components/Listing";
import { Trouble } from "../../components/Trouble";
import { csv, download } from "../../csv/csv";
import { useMessages } from "../../messages";
import { moment } from "../../time/calendar";

/** Without a name, the keys of whoever is signed in, the root user included. */
export function AccessKeys({ user }: { user?: string }) {
  const of = user === undefined ? {} : { UserName: user };
  const m = useMessages();
  const { tell } = useNotices();
  const keys = useAsked(
    () => everyPage((Marker) => iam.send(new ListAccessKeysCommand({ ...of, Marker })), (page) => page.AccessKeyMetadata),
    [user],
  );
  const doing = useDoing();
  const [created, setCreated] = useState<AccessKey>();
  const [deleting, setDeleting] = useState<string>();

  const create = () =>
    doing.run(async () => {
      const answer = await iam.send(new CreateAccessKeyCommand(of));
      setCreated(answer.AccessKey);
      keys.again();
    });
  const turn = (key: AccessKeyMetadata) =>
    doing.run(async () => {
      await iam.send(
        new UpdateAccessKeyCommand({
          ...of,
          AccessKeyId: key.AccessKeyId,
          Status: key.Status === "Active" ? "Inactive" : "Active",
        }),
      );
      keys.again();
    });

  if (keys.failure) return <Trouble failure={keys.failure} again={keys.again} />;
  return (
    <>
      <Trouble failure={doing.failure} onDismiss={doing.clear} />
      <Listing<AccessKeyMetadata>
        title={m.identity.accessKeys}
        testId="access-keys"
        items={keys.value ?? []}
        loading={keys.loading && !keys.value}
        keyOf={(key) => key.AccessKeyId ?? ""}
        empty={<Emptiness title={m.identity.noAccessKeys} text={m.identity.noAccessKeysText} />}
        actions={
          <Button loading={doing.busy} onClick={() => void create()} data-testid="create-key">
            {m.identity.createKey}
          </Button>
        }
        columns={[
          { id: "id", header: m.identity.keyId, isRowHeader: true, cell: (key) => <Box variant="code">{key.AccessKeyId}</Box> },
          {
            id: "status",
            header: m.identity.keyStatus,
            cell: (key) => (
              <StatusIndicator type={key.Status === "Active" ? "success" : "stopped"}>
                {key.Status === "Active" ? m.identity.active : m.identity.inactive}
              </StatusIndicator>
            ),
          },
          { id: "created", header: m.identity.created, cell: (key) => moment(key.CreateDate) },
          {
            id: "actions",
            header: m.states.actions,
            cell: (key) => (
              <SpaceBetween direction="horizontal" size="s">
                <Button variant="inline-link" onClick={() => void turn(key)}>
                  {key.Status === "Active" ? m.identity.deactivateKey : m.identity.activateKey}
                </Button>
                <Button variant="inline-link" onClick={() => setDeleting(key.AccessKeyId)}>
                  {m.identity.deleteKey}
                </Button>
              </SpaceBetween>
            ),
          },
        ]}
      />
      {created ? <CreatedKey created={created} close={() => setCreated(undefined)} /> : null}
      {deleting ? (
        <Confirmation
          title={m.identity.deleteTitle(deleting)}
          text={m.identity.deleteKeyText}
          act={async () => {
            await iam.send(new DeleteAccessKeyCommand({ ...of, AccessKeyId: deleting }));
          }}
          cancel={() => setDeleting(undefined)}
          done={() => {
            setDeleting(undefined);
            tell(m.identity.keyDeleted);
            keys.again();
          }}
        />
      ) : null}
    </>
  );
}

function CreatedKey({ created, close }: { created: AccessKey; close: () => void }) {
  const m = useMessages();
  const id = created.AccessKeyId ?? "";
  const secret = created.SecretAccessKey ?? "";
  return (
    <Modal
      visible
      header={m.identity.keyCreatedTitle}
      closeAriaLabel={m.states.close}
      onDismiss={({ detail }) => detail.reason !== "overlay" && close()}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              iconName="download"
              onClick={() => download(`${created.UserName ?? "root"}-access-key.csv`, csv([[m.identity.keyId, m.identity.secretKey], [id, secret]]))}
            >
              {m.identity.downloadKey}
            </Button>
            <Button variant="primary" onClick={close}>
              {m.states.close}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{m.identity.keyOnce}</Alert>
        <KeyValuePairs
          items={[
            { label: m.identity.keyId, value: <Copyable text={id} testId="new-key-id" /> },
            { label: m.identity.secretKey, value: <Copyable text={secret} testId="new-key-secret" /> },
          ]}
        />
      </SpaceBetween>
    </Modal>
  );
}
