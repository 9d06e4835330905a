/** Sends cost files from this computer; the import begins when the last has arrived. */
import FileUpload from "@cloudscape-design/components/file-upload";
import FormField from "@cloudscape-design/components/form-field";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import { useState } from "react";
import { bursar } from "../../clients/bursar";
import { sendFile } from "../../clients/sending";
import { Dialog } from "../../components/Dialog";
import { useMessages } from "../../messages";

export function UploadDialog({ close, done }: { close: () => void; done: () => void }) {
  const m = useMessages();
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState<number>();
  const all = files.reduce((sum, file) => sum + file.size, 0);
  const send = async () => {
    const { Targets } = await bursar.CreateCostUpload({ FileNames: files.map((file) => file.name) });
    let before = 0;
    for (const target of Targets) {
      const file = files.find((one) => one.name === target.FileName);
      if (!file) continue;
      const start = before;
      await sendFile(target.Url, file, (bytes) => setSent(start + bytes));
      before += file.size;
    }
  };
  return (
    <Dialog
      title={m.billing.uploadTitle}
      submit={m.billing.upload}
      ready={files.length > 0}
      act={send}
      done={done}
      close={close}
      testId="upload-dialog"
      submitId="send-files"
    >
      <FormField label={m.billing.uploadFiles} description={m.billing.uploadText}>
        <FileUpload
          multiple
          value={files}
          onChange={({ detail }) => setFiles(detail.value)}
          showFileSize
          i18nStrings={{
            uploadButtonText: () => m.billing.chooseFiles,
            dropzoneText: () => m.billing.dropFiles,
            removeFileAriaLabel: (index) => m.billing.removeFile(index + 1),
            limitShowFewer: m.billing.fewerFiles,
            limitShowMore: m.billing.moreFiles,
            errorIconAriaLabel: m.states.close,
          }}
        />
      </FormField>
      {sent === undefined || all === 0 ? null : <ProgressBar label={m.billing.sending} value={Math.min(100, Math.round((100 * sent) / all))} />}
    </Dialog>
  );
}
