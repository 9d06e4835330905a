/** Sends a file to the one-time address of an upload, and tells how much of it is there. */
import { fail } from "./failure";

export function sendFile(url: string, file: Blob, told: (bytes: number) => void, request: XMLHttpRequest = new XMLHttpRequest()): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (message: string) => {
      try {
        fail({ kind: "failed", code: "UploadFailed", message });
      } catch (thrown) {
        reject(thrown);
      }
    };
    request.open("PUT", url);
    request.upload.onprogress = (event) => told(event.loaded);
    request.onerror = () => failed("The file could not be sent: the connection broke off. Nothing of it was kept.");
    request.onload = () => (request.status < 300 ? resolve() : failed(request.responseText.trim() || `The server answered ${request.status}.`));
    request.send(file);
  });
}
