import "@cloudscape-design/global-styles/index.css";
import "./app/console.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { dressUp } from "./app/appearance";
import { startRouting } from "./app/router";

dressUp();
startRouting();
createRoot(document.getElementById("root")!).render(<App />);
