import { describe, expect, it } from "vitest";
import { failureOf } from "./failure";
import { sendFile } from "./sending";

function standIn(status: number, responseText: string) {
  const request = {
    status,
    responseText,
    upload: {} as { onprogress?: (event: { loaded: number }) => void },
    onload: undefined as undefined | (() => void),
    onerror: undefined as undefined | (() => void),
    opened: "",
    open(method: string, url: string) {
      this.opened = `${method} ${url}`;
    },
    send() {
      this.upload.onprogress?.({ loaded: 3 });
      if (status === 0) this.onerror?.();
      else this.onload?.();
    },
  };
  return request;
}

describe("sending a file", () => {
  it("puts it to its address and tells how much is there", async () => {
    const request = standIn(202, "");
    const told: number[] = [];
    await sendFile("/uploads/1?token=t", new Blob(["abc"]), (bytes) => told.push(bytes), request as unknown as XMLHttpRequest);
    expect(request.opened).toBe("PUT /uploads/1?token=t");
    expect(told).toEqual([3]);
  });

  it("fails with what the server says, or that the connection broke off", async () => {
    const refused = await sendFile("/u", new Blob([""]), () => {}, standIn(413, "Too large.\n") as unknown as XMLHttpRequest).catch(failureOf);
    expect(refused).toMatchObject({ message: "Too large." });
    const broken = await sendFile("/u", new Blob([""]), () => {}, standIn(0, "") as unknown as XMLHttpRequest).catch(failureOf);
    expect(broken).toMatchObject({ message: expect.stringContaining("broke off") });
  });
});
