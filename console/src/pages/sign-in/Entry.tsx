/** The frame of sign-in and sign-up: the house on the left, the form on the right. */
import type { ReactNode } from "react";
import { useMessages } from "../../messages";

export function Entry({ children }: { children: ReactNode }) {
  const m = useMessages();
  return (
    <div className="sign-in">
      <header className="sign-in-brand">
        <div>
          <img src="/bursar.svg" alt="" />
          <h1>{m.shell.product}</h1>
          <p>{m.signingIn.lead}</p>
        </div>
        <svg viewBox="0 0 420 150" aria-hidden="true">
          {[34, 52, 46, 70, 62, 88, 80, 104, 96, 118].map((height, index) => (
            <rect key={index} x={index * 42} y={140 - height} width="26" height={height} rx="5" fill={index === 9 ? "#f2c14e" : "#ffffff22"} />
          ))}
          <line x1="0" x2="420" y1="141" y2="141" stroke="#ffffff44" strokeWidth="2" />
        </svg>
      </header>
      <main className="sign-in-form">
        <div>{children}</div>
      </main>
    </div>
  );
}
